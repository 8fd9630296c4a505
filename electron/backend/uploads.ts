import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { LIMITS } from '#shared/contract/limits.ts';

/** Pictures of one page that may be on their way at a time. */
const MOST = 8;

const GONE = fail('disconnected', 'The picture stopped on its way; add it again.');

interface Upload {
  readonly parts: Uint8Array[];
  size: number;
}

/**
 * Pictures that come in parts, so that a large one is seen to move, can be stopped, and does not stand before what is
 * being written. They live with the page that sends them.
 */
export class Uploads {
  readonly #open = new Map<number, Upload>();
  #last = 0;

  begin(): Result<{ upload: number }> {
    if (this.#open.size >= MOST) return fail('too-many', 'Several pictures are on their way; add this one after them.');
    this.#last += 1;
    this.#open.set(this.#last, { parts: [], size: 0 });
    return succeed({ upload: this.#last });
  }

  /** Parts come in their order. One that makes the picture too large ends it. */
  add(id: number, bytes: Uint8Array): Result<null> {
    const upload = this.#open.get(id);
    if (upload === undefined) return GONE;
    upload.size += bytes.length;
    if (upload.size > LIMITS.picture) {
      this.#open.delete(id);
      return fail('too-large', 'A picture may have at most 40 MB.');
    }
    upload.parts.push(bytes);
    return succeed(null);
  }

  /** The whole of it; it is no longer kept here. */
  end(id: number): Result<Uint8Array> {
    const upload = this.#open.get(id);
    if (upload === undefined) return GONE;
    this.#open.delete(id);
    const whole = new Uint8Array(upload.size);
    let at = 0;
    for (const part of upload.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return succeed(whole);
  }

  stop(id: number): void {
    this.#open.delete(id);
  }
}

import { fail, type Failure } from '#shared/article/failure.ts';
import { isDiskError } from './disk.ts';

/** A disk's refusal as one sentence for a person. Anything that is no DiskError is thrown again: it is a mistake of ours. */
export function diskFailure(error: unknown): { readonly ok: false; readonly error: Failure } {
  if (!isDiskError(error)) throw error;
  switch (error.reason) {
    case 'full':
      return fail('disk-full', 'The disk is full; make room and Stet saves by itself.');
    case 'refused':
      return fail('not-writable', 'This computer does not let Stet write or read here; check who may use the folder.');
    case 'missing':
      return fail('file-missing', 'A file or folder that should be there is missing.');
    case 'busy':
      return fail(
        'disk-error',
        'Another program is using a file that Stet needs; what was saved before is safe, the rest is tried again.',
      );
    case 'exists':
    case 'failed':
      return fail('disk-error', 'The disk reported an error; what was saved before is safe, the rest is tried again.');
  }
}

/** Runs `work`, turning a disk's refusal into a Failure. */
export async function onDisk<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | ReturnType<typeof fail>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return diskFailure(error);
  }
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The one host name the loopback host answers to. */
export const ADDRESS = '127.0.0.1';

/**
 * Who may come in. A token of 256 random bits is good once; it is exchanged for a session cookie of 256 bits that no
 * script can read and that no other site's request carries.
 */
export interface Door {
  /** Path of the token, to be printed once: `/open/…`. */
  readonly path: string;
  /** The session's secret; a host started again on the same port with it accepts the same pages. */
  readonly secret: string;
  /** True the first time the right token is shown, false ever after. */
  exchange(path: string): boolean;
  cookie(): string;
  hasSession(request: IncomingMessage): boolean;
  /** The request names this host and port exactly: nothing that merely resolves to this machine. */
  isForUs(request: IncomingMessage): boolean;
  /** The request was made by our own page (or, where the browser does not say, by no page of another origin). */
  isFromUs(request: IncomingMessage): boolean;
}

const SECRET = /^[A-Za-z0-9_-]{43}$/u;

/** Makes the door of a host that listens on `port`. A `secret` of the wrong shape is replaced by a fresh one. */
export function openDoor(port: number, given?: string): Door {
  const secret = given !== undefined && SECRET.test(given) ? given : randomBytes(32).toString('base64url');
  const path = `/open/${randomBytes(32).toString('base64url')}`;
  const host = `${ADDRESS}:${port}`;
  const origin = `http://${host}`;
  // Cookies do not know ports, so the name does.
  const name = `stet-${port}`;
  let used = false;

  return {
    path,
    secret,
    exchange(shown) {
      if (!same(shown, path) || used) return false;
      used = true;
      return true;
    },
    cookie: () => `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    hasSession: (request) => cookiesOf(request, name).some((value) => same(value, secret)),
    isForUs: (request) => request.headers.host === host,
    isFromUs(request) {
      const { origin: from } = request.headers;
      const site = request.headers['sec-fetch-site'];
      if (from !== undefined && from !== origin) return false;
      return site === undefined || site === 'same-origin' || site === 'none';
    },
  };
}

function cookiesOf(request: IncomingMessage, name: string): readonly string[] {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}

/** Compares in a time that does not tell how much was right. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

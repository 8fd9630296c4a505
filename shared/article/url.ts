const LINK_PROTOCOLS = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const LONGEST_URL = 8_192;

/**
 * The one policy for addresses in an article: `new URL` accepts it and it is https, http, mailto or tel.
 * Returns the address as given (trimmed), or null. Everything else (javascript:, file:, \\host\share, //host,
 * relative paths) is refused, whatever its spelling.
 */
export function linkAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_URL || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (!LINK_PROTOCOLS.has(url.protocol)) return null;
  return isWeb(url) ? (isWebUrl(trimmed) ? trimmed : null) : trimmed;
}

/** True for a full https or http address with a host, written with its slashes. */
export function isWebUrl(text: string): boolean {
  if (text.length > LONGEST_URL || !/^https?:\/\/[^/\\]/iu.test(text) || !URL.canParse(text)) return false;
  return new URL(text).hostname !== '';
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

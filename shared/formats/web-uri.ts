import { isWebUrl } from '#shared/article/url.ts';

/**
 * A web address as a URI by RFC 3986, which is stricter than what browsers take; null where it is no web address.
 * Characters that a URI may not hold are percent-encoded.
 */
export function webUri(text: string): string | null {
  if (!isWebUrl(text)) return null;
  const { href } = new URL(text);
  const host = /^[^/]*\/\/[^/?#]*/u.exec(href)?.[0] ?? '';
  const rest = href
    .slice(host.length)
    .replaceAll(/[^!-~]|["<>\\^`{|}[\]]/gu, (character) => encodeURIComponent(character))
    .replaceAll(/%(?![0-9A-Fa-f]{2})/gu, '%25');
  const [first = '', ...fragments] = rest.split('#');
  return host + (fragments.length === 0 ? first : `${first}#${fragments.join('%23')}`);
}

/** Line ends of every kind (pages and Unicode's next line too) as `\n`, and no other control characters but the tab. */
export function plainControls(text: string): string {
  return text.replaceAll(/\r\n?|[\v\f\u0085]/gu, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '');
}

/** How many characters are controls or stand for bytes that are no characters. White space is neither. */
export function countControls(text: string): number {
  return text.match(/(?!\s)\p{Cc}|\ufffd/gu)?.length ?? 0;
}

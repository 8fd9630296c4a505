/** Line ends of every kind (pages and Unicode's next line too) as `\n`, and no other control characters but the tab. */
export function plainControls(text: string): string {
  return text.replaceAll(/\r\n?|[\v\f\u0085]/gu, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '');
}

/** How many characters are controls that no text has (escape is forgiven: terminal logs have it). */
export function countControls(text: string): number {
  return text.match(/(?![\t-\r\u001b\u0080-\u009f])\p{Cc}|\ufffd/gu)?.length ?? 0;
}

/** The text between first-strong isolates (UAX 9), so that it cannot turn the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/**
 * The work as something to be called in passing. What is fetched ahead of its use may fail, while the host is away for a
 * moment: then it is fetched when it is used.
 */
export function quietly(work: () => Promise<unknown>): () => void {
  return () => void work().catch(() => undefined);
}

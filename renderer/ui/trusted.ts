/** The part of the browser's Trusted Types that is used here; browsers without them have none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      readonly createHTML?: (html: string) => string | null;
      readonly createScriptURL?: (address: string) => string | null;
    },
  ): { createScriptURL(address: string): string };
}

const trusted = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
let workers: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Files of our own workers, as the build names them. */
const WORKER = /-worker-[\w-]+\.js$/u;

/**
 * Starts one of our own workers; `load` imports its file's address (`import('./x-worker.ts?worker&url')`). The page's
 * policy lets no script be started but a worker of this application.
 */
export async function startWorker(load: () => Promise<{ readonly default: string }>): Promise<Worker> {
  const { default: file } = await load();
  workers ??= trusted?.createPolicy('stet-worker', {
    createScriptURL: (address) => (isOurs(address) ? address : null),
  });
  const worker = new Worker(workers?.createScriptURL(file) ?? file, { type: 'module' });
  // A host that is gone cannot give the file: who asked waits, and nothing on the page breaks.
  worker.addEventListener('error', (event) => event.preventDefault());
  return worker;
}

function isOurs(address: string): boolean {
  const url = new URL(address, document.baseURI);
  return url.origin === location.origin && WORKER.test(url.pathname);
}

/**
 * Lets an element be emptied by `innerHTML = ''`, as React Aria does with what it has read aloud. Any other HTML as text
 * is refused as before. Once for each page.
 */
export function allowEmptying(): void {
  trusted?.createPolicy('default', { createHTML: (html) => (html === '' ? html : null) });
}

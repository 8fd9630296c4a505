import type { Page } from '@playwright/test';

/** The parts of React's tree that this needs; the names are React's own. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
  readonly return: Fiber | null;
  readonly stateNode: unknown;
}

declare global {
  interface Window {
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown;
    /** Where on the page React drew anew, one entry for each commit that drew anything: classes of the elements. */
    drawnAnew?: string[][];
  }
}

/** Makes the page note what React draws anew, from its next loading on. */
export async function watchReact(page: Page): Promise<void> {
  await page.addInitScript(installReactWatch);
  await page.reload();
}

/** Where React drew anew since the last asking, one list for each commit. */
export async function drawnAnew(page: Page): Promise<readonly (readonly string[])[]> {
  return page.evaluate(() => {
    const drawn = window.drawnAnew ?? [];
    window.drawnAnew = [];
    return drawn;
  });
}

/** Runs in the page: stands where React's developer tools would, and walks what each commit rendered as they do. */
function installReactWatch(): void {
  const COMPONENTS = new Set([0, 1, 11, 14, 15]);
  const HOST = 5;
  const PERFORMED_WORK = 1;
  window.drawnAnew = [];

  const elementOf = (fiber: Fiber): Element | null => {
    const below = (one: Fiber | null): Element | null => {
      for (let each = one; each !== null; each = each.sibling) {
        if (each.tag === HOST && each.stateNode instanceof Element) return each.stateNode;
        const inside = below(each.child);
        if (inside !== null) return inside;
      }
      return null;
    };
    const inside = below(fiber.child);
    if (inside !== null) return inside;
    for (let above = fiber.return; above !== null; above = above.return) {
      if (above.tag === HOST && above.stateNode instanceof Element) return above.stateNode;
    }
    return null;
  };
  const placeOf = (fiber: Fiber): string => {
    const element = elementOf(fiber);
    if (element === null) return 'nowhere';
    return element.closest('.status-bar') === null ? `${element.tagName} ${element.className}` : 'status line';
  };
  const walk = (next: Fiber, before: Fiber, places: string[]): void => {
    if (COMPONENTS.has(next.tag) && (next.flags & PERFORMED_WORK) !== 0) places.push(placeOf(next));
    if (next.child === before.child) return;
    for (let child = next.child; child !== null; child = child.sibling) {
      if (child.alternate === null) places.push(placeOf(child));
      else walk(child, child.alternate, places);
    }
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    checkDCE: () => undefined,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberRoot: (_id: number, { current }: { readonly current: Fiber }) => {
      const places: string[] = [];
      if (current.alternate !== null) walk(current, current.alternate, places);
      if (places.length > 0) window.drawnAnew?.push(places);
    },
  };
}

/** What of a clipping matters to whoever pastes it, counted. Marks are counted in letters, so that runs may be cut anyhow. */
export interface ClipCount {
  readonly headings: number;
  readonly items: number;
  readonly links: number;
  readonly tables: number;
  readonly bold: number;
  readonly italic: number;
  readonly letters: number;
}

export const CLIP_COUNTS = ['headings', 'items', 'links', 'tables', 'bold', 'italic', 'letters'] as const;

/**
 * Runs in an empty page: reads a clipping with the browser's own parser, into a document that is never shown, and counts
 * by the rules of HTML and of Word's lists. It shares nothing with the reader that it checks.
 */
export function countSource(html: string): ClipCount {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').replaceAll(/\s+/gu, ' ');
  const all = (selector: string): Element[] => Array.from(body.querySelectorAll(selector));
  const hasText = (element: Element): boolean => /\S/u.test(element.textContent);
  for (const element of all('style, script, title, meta, xml')) element.remove();
  for (const element of all('[style]')) if (/mso-list:\s*ignore/iu.test(styleOf(element))) element.remove();
  /** The element that each letter stands in. */
  const lettersOf = (root: Element): Element[] => {
    const found: Element[] = [];
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const character of node.nodeValue ?? '') {
        if (/\S/u.test(character) && node.parentElement !== null) found.push(node.parentElement);
      }
    }
    return found;
  };
  /** The nearest element that says something of it decides. Word's own properties end like those of CSS. */
  const isMarked = (start: Element, property: RegExp, on: RegExp, tags: readonly string[]): boolean => {
    for (let at: Element | null = start; at !== null; at = at.parentElement) {
      const value = property.exec(styleOf(at).replaceAll(/mso-[a-z-]+:[^;]*;?/giu, ''))?.[1];
      if (value !== undefined) return on.test(value);
      if (tags.includes(at.tagName)) return true;
    }
    return false;
  };
  const isBold = (at: Element): boolean =>
    isMarked(at, /(?:^|;|\s)font-weight:\s*([a-z0-9]+)/iu, /^(?:bold|bolder|[6-9]00)$/iu, ['B', 'STRONG']);
  const isItalic = (at: Element): boolean =>
    isMarked(at, /(?:^|;|\s)font-style:\s*([a-z]+)/iu, /^(?:italic|oblique)$/iu, ['I', 'EM']);
  const isItem = (item: Element): boolean => lettersOf(item).some((parent) => parent.closest('li') === item);
  const isWordItem = (element: Element): boolean =>
    /mso-list:\s*l\d+\s+level\d/iu.test(styleOf(element)) && hasText(element);
  const isLink = (link: Element): boolean =>
    hasText(link) && /^(?:https?|mailto|tel):/u.test(link.getAttribute('href') ?? '');
  const letters = lettersOf(body);
  return {
    headings: all('h1, h2, h3, h4, h5, h6').filter(hasText).length,
    items: all('li').filter(isItem).length + all('p, h1, h2, h3, h4, h5, h6').filter(isWordItem).length,
    links: all('a[href]').filter(isLink).length,
    tables: all('table').length,
    bold: letters.filter(isBold).length,
    italic: letters.filter(isItalic).length,
    letters: letters.length,
  };
}

/** Runs in the page: the same counts of what stands in the article. */
export function countArticle(body: Element): ClipCount {
  const letters: Element[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('[contenteditable="false"], .paste-line') !== null) continue;
    for (const character of node.nodeValue ?? '') if (/\S/u.test(character)) letters.push(parent);
  }
  const links = Array.from(body.querySelectorAll('a[href]'));
  const pieces = links.filter((link, at) => {
    const before = links[at - 1];
    const joined = before !== undefined && before.getAttribute('href') === link.getAttribute('href');
    const beside = link.previousSibling === before || link.previousSibling?.nodeName === 'BR';
    return !(joined && beside);
  });
  return {
    headings: body.querySelectorAll('h2, h3, h4').length,
    items: body.querySelectorAll('[data-list]').length,
    links: pieces.length,
    tables: body.querySelectorAll('table').length,
    bold: letters.filter((parent) => parent.closest('strong') !== null).length,
    italic: letters.filter((parent) => parent.closest('em') !== null).length,
    letters: letters.length,
  };
}

/** What CKEditor's own tests expect of a sample, as far as their notation says it: it has list items one by one. */
export function countModel(model: string): Pick<ClipCount, 'headings' | 'items' | 'tables'> {
  const ids = new Set(Array.from(model.matchAll(/listItemId="(\w+)"/gu), ([, id]) => id));
  const count = (tag: RegExp): number => model.match(tag)?.length ?? 0;
  return { headings: count(/<heading\d/gu), items: ids.size, tables: count(/<table[\s>]/gu) };
}

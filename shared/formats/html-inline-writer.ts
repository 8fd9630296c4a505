import type { Element } from 'hast';
import { MARK_NAMES, sameMarks, type Inline, type MarkName, type Marks, type TextRun } from '#shared/article/inline.ts';
import { element, type Child } from './html-node.ts';

/** Inline content as elements, nested in the order of `MARK_NAMES`. */
export function inlineNodes(content: readonly Inline[]): Child[] {
  const nodes: Child[] = [];
  let runs: TextRun[] = [];
  for (const inline of content) {
    if (inline.type === 'text') {
      runs.push(inline);
    } else {
      nodes.push(...runNodes(runs, 0), element('br', {}));
      runs = [];
    }
  }
  return [...nodes, ...runNodes(runs, 0)];
}

function runNodes(runs: readonly TextRun[], depth: number): Child[] {
  const name = MARK_NAMES[depth];
  if (name === undefined) return [runs.map((run) => run.text).join('')];
  const nodes: Child[] = [];
  for (let from = 0; from < runs.length;) {
    const marks = onlyMark(runs[from]?.marks ?? {}, name);
    let to = from + 1;
    while (to < runs.length && sameMarks(onlyMark(runs[to]?.marks ?? {}, name), marks)) to += 1;
    const inside = runNodes(runs.slice(from, to), depth + 1);
    nodes.push(...(marks[name] === undefined ? inside : [markElement(name, marks, inside)]));
    from = to;
  }
  return nodes;
}

function onlyMark(marks: Marks, name: MarkName): Marks {
  return marks[name] === undefined ? {} : { [name]: marks[name] };
}

const TAGS: Readonly<Record<Exclude<MarkName, 'link' | 'language' | 'cq'>, string>> = {
  highlight: 'mark',
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
};

function markElement(name: MarkName, marks: Marks, children: readonly Child[]): Element {
  switch (name) {
    case 'link':
      return element('a', { href: encodedHref(marks.link?.href ?? '') }, children);
    case 'language':
      return element('span', { lang: marks.language?.tag, dir: marks.language?.direction }, children);
    case 'cq':
      return element('span', { className: ['cq'] }, children);
    default:
      return element(TAGS[name], {}, children);
  }
}

/** An address as checkers want it: what may not stand in a URL is percent-encoded, and nothing else is touched. */
export function encodedHref(href: string): string {
  const valid = href.replaceAll(/[\s"<>\\^`{|}]/gu, (character) => encodeURIComponent(character));
  return valid.toWellFormed();
}

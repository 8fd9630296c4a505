/** A BCP 47 tag on a passage, and its direction where it must be forced. */
interface LanguageMark {
  readonly tag: string;
  readonly direction?: Direction;
}

export type Direction = 'ltr' | 'rtl';

/** Everything that can be true of a run of text. A mark that is absent is false; marks never overlap themselves. */
export interface Marks {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly subscript?: true;
  readonly superscript?: true;
  readonly highlight?: true;
  /** Checked, correct as is: nobody "corrects" this passage again. */
  readonly cq?: true;
  readonly link?: { readonly href: string };
  readonly language?: LanguageMark;
}

export type MarkName = keyof Marks;

/** The marks in the order in which formats nest them, outermost first. */
export const MARK_NAMES = [
  'link',
  'language',
  'highlight',
  'cq',
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
] as const satisfies readonly MarkName[];

export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly marks: Marks;
}

/** A line break inside a block. */
interface LineBreak {
  readonly type: 'break';
}

export type Inline = TextRun | LineBreak;

const NO_MARKS: Marks = {};

/** One run of text. An empty string is allowed here and dropped by `joinRuns`. */
export function run(text: string, marks: Marks = NO_MARKS): TextRun {
  return { type: 'text', text, marks };
}

/** The text alone; a line break is `\n`. */
export function plainText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) text += inline.type === 'text' ? inline.text : '\n';
  return text;
}

/** True when both carry the same marks with the same values. */
export function sameMarks(one: Marks, other: Marks): boolean {
  return MARK_NAMES.every((name) => {
    if (name === 'link') return one.link?.href === other.link?.href;
    if (name === 'language') {
      return one.language?.tag === other.language?.tag && one.language?.direction === other.language?.direction;
    }
    return one[name] === other[name];
  });
}

/** The same content with neighbouring runs of equal marks joined and empty runs dropped: one form for one content. */
export function joinRuns(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    if (inline.type === 'break') {
      joined.push(inline);
      continue;
    }
    if (inline.text === '') continue;
    const last = joined.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks, inline.marks)) {
      joined[joined.length - 1] = run(last.text + inline.text, last.marks);
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

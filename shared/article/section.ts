import type { Block, HeadingLevel } from './block.ts';
import { plainText } from './inline.ts';

/** A heading inside the body and what follows it, up to the next heading of the same or a higher level. */
export interface Section {
  /** 0 for what stands before the first heading. */
  readonly level: HeadingLevel | 0;
  readonly title: string;
  /** Index in the body of the heading (or of the first block, for level 0). */
  readonly from: number;
  /** Index just past the last block. Deeper sections lie inside. */
  readonly to: number;
}

/** The sections of a body in order. Deeper headings are listed after, and inside, the ones they belong to. */
export function sectionsOf(body: readonly Block[]): Section[] {
  const heads = body.flatMap((block, at) => (block.kind === 'heading' ? [{ block, at }] : []));
  const sections: Section[] = [];
  const first = heads[0]?.at ?? body.length;
  if (first > 0) sections.push({ level: 0, title: '', from: 0, to: first });
  heads.forEach(({ block, at }, place) => {
    const next = heads.slice(place + 1).find((later) => later.block.level <= block.level);
    sections.push({ level: block.level, title: plainText(block.content), from: at, to: next?.at ?? body.length });
  });
  return sections;
}

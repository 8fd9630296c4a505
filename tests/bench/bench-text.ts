/** A block of the text that typing is measured in. */
export interface BenchBlock {
  readonly kind: 'paragraph' | 'heading';
  readonly text: string;
}

const WORDS = (
  'the council harbour vote night plan town river quay reporter minister budget school teacher storm bridge said after ' +
  'before against between people money water train station letter court judge season market village doctor winter ' +
  'years morning question answer window paper editor printer street evening protest silence number machine garden'
).split(' ');

const PARAGRAPH_WORDS = 62;
const PARAGRAPHS_PER_SECTION = 6;

/** About `words` words in paragraphs and sections, like an article in shape: for one `story` the same every time. */
export function benchText(words: number, story = 7): BenchBlock[] {
  const blocks: BenchBlock[] = [];
  let seed = story;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const phrase = (count: number): string => {
    const said = Array.from({ length: count }, () => WORDS[next(WORDS.length)] ?? '').join(' ');
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
  for (let written = 0; written < words; written += PARAGRAPH_WORDS) {
    if (blocks.length % (PARAGRAPHS_PER_SECTION + 1) === PARAGRAPHS_PER_SECTION) {
      blocks.push({ kind: 'heading', text: phrase(5) });
    }
    blocks.push({ kind: 'paragraph', text: `${phrase(PARAGRAPH_WORDS)}.` });
  }
  return blocks;
}

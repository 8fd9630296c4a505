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
/** Words of a sentence. One in so many runs on, and one says a word twice: as much for the checks as articles have. */
const SENTENCE = { shortest: 6, longest: 28, runsOn: 45, oneIn: 12 } as const;

/** About `words` words in paragraphs and sections, like an article in shape: for one `story` the same every time. */
export function benchText(words: number, story = 7): BenchBlock[] {
  const blocks: BenchBlock[] = [];
  let seed = story;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const phrase = (count: number): string => {
    const said: string[] = [];
    while (said.length < count) {
      const word = WORDS[next(WORDS.length)] ?? '';
      if (word !== said.at(-1)) said.push(word);
    }
    if (next(SENTENCE.oneIn) === 0) said.splice(1, 1, said[0] ?? '');
    const text = said.join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const paragraph = (): string => {
    const sentences: string[] = [];
    for (let left = PARAGRAPH_WORDS; left > 0;) {
      const { shortest, longest, runsOn, oneIn } = SENTENCE;
      const wanted = next(oneIn) === 0 ? runsOn : shortest + next(longest - shortest + 1);
      const count = left - wanted < shortest ? left : wanted;
      sentences.push(`${phrase(count)}.`);
      left -= count;
    }
    return sentences.join(' ');
  };
  for (let written = 0; written < words; written += PARAGRAPH_WORDS) {
    if (blocks.length % (PARAGRAPHS_PER_SECTION + 1) === PARAGRAPHS_PER_SECTION) {
      blocks.push({ kind: 'heading', text: phrase(5) });
    }
    blocks.push({ kind: 'paragraph', text: paragraph() });
  }
  return blocks;
}

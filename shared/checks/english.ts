import type { RuleProblem } from '#shared/article/house-rules.ts';
import type { CheckCode, FindingValues, Place } from './check.ts';

/** A finding as one sentence in English, as the command line and records have it. */
export function englishSentence(code: CheckCode, values: FindingValues): string {
  const { count = 0, limit = 0, word = '', instead = '', until = '', status = '', say } = values;
  switch (code) {
    case 'embargo-active':
      return until === '' ? 'The article is under embargo.' : `The article is under embargo until ${until}.`;
    case 'legal-flag':
      return 'The legal flag is raised: the article waits for legal.';
    case 'alt-missing':
      return 'A picture has no alternative text and is not marked as decorative.';
    case 'credit-missing':
      return 'A picture has no credit.';
    case 'tk-left':
      return count === 1 ? `A TK is left in ${placeName(values)}.` : `${count} TKs are left in ${placeName(values)}.`;
    case 'headline-missing':
      return 'The article has no headline.';
    case 'body-empty':
      return 'The body has no text.';
    case 'in-trash':
      return 'The article is in the trash.';
    case 'dropped':
      return `The article's status is ${status}.`;
    case 'headline-long':
      return `The headline has ${count} characters; beyond ${limit} it is cut short where it is shared.`;
    case 'standfirst-long':
      return `The standfirst has ${count} characters; the house wants at most ${limit}.`;
    case 'over-length':
      return `The body has ${count} words; ${limit} were commissioned.`;
    case 'heading-empty':
      return 'A section heading is empty.';
    case 'picture-missing':
      return 'A picture was never put in: its caption is there, its file is not.';
    case 'picture-flag':
      return 'The picture flag is raised: the pictures want a look.';
    case 'related-card-lost':
      return 'A related card in the body points to an entry that is no longer in the related list.';
    case 'quotes-unbalanced':
      return 'A quotation mark is opened and not closed, or closed and not opened.';
    case 'doubled-word':
      return `The word “${word}” stands twice.`;
    case 'sentence-long':
      return `A sentence has ${count} words; the house wants at most ${limit}.`;
    case 'link-insecure':
      return 'A link does not begin with https.';
    case 'number-style':
      return `The house writes ${instead}, not ${word}.`;
    case 'house-rule':
      return (
        say?.['en'] ??
        say?.[''] ??
        (instead === ''
          ? `House rule “${values.name ?? ''}”: “${word}”.`
          : `The house writes “${instead}”, not “${word}”.`)
      );
  }
}

function placeName({ place = 'paragraph', name = '' }: FindingValues): string {
  return place === 'field' ? `the field "${name}"` : PLACES[place];
}

const PLACES: Readonly<Record<Exclude<Place, 'field'>, string>> = {
  headline: 'the headline',
  standfirst: 'the standfirst',
  paragraph: 'a paragraph',
  heading: 'a section heading',
  quote: 'a quote',
  correction: 'a correction',
  picture: 'the caption, credit, source or alternative text of a picture',
  table: 'a table',
  embed: 'the title of an embed',
  related: 'a related article',
  byline: 'a byline',
};

/** What is wrong with the house rules, as one sentence in English. */
export function englishProblem({ code, line, name }: RuleProblem): string {
  const what = name === '' ? 'this' : `“${name}”`;
  const where = line === 0 ? '' : `Line ${line}: `;
  switch (code) {
    case 'unreadable':
      return 'The house rules can’t be read, so the rules of Stet hold.';
    case 'too-large':
      return 'The file of house rules is larger than 256 KB, so the rules of Stet hold.';
    case 'too-many':
      return `${where}there are too many entries; the rest is not read.`;
    case 'not-understood':
      return `${where}the file is not written as YAML is; look at the quotes and the spaces there.`;
    case 'unknown-name':
      return `${where}${what} is no name Stet knows.`;
    case 'wrong-value':
      return `${where}${what} has a value that can’t be meant.`;
    case 'pattern-broken':
      return `${where}the pattern of ${what} is no regular expression, or finds nothing and everything.`;
    case 'pattern-slow':
      return `${where}the pattern of ${what} could take for ever; write it without a repetition inside a repetition.`;
  }
}

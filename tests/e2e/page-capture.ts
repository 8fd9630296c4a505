import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page captured as plain text, and what must become of it. */
export interface PageCapture {
  readonly name: string;
  readonly bytes: Buffer;
  readonly headline: string;
  readonly sections: readonly string[];
  readonly paragraphs: number;
  readonly related: readonly string[];
}

const SEED = join(import.meta.dirname, '../../../shared/corpus/seed-article.txt');
const SEED_EXPECTED = join(import.meta.dirname, '../../../shared/corpus/seed-expected.json');

/** The customer's own page where it lies beside the checkout, else one of ours in the same shape: said out loud. */
export function pageCapture(): PageCapture {
  if (!existsSync(SEED)) {
    process.stdout.write(
      'SKIPPED: ../shared/corpus is not there; the main job runs on our own page capture instead.\n',
    );
    return OWN;
  }
  const expected = JSON.parse(readFileSync(SEED_EXPECTED, 'utf8')) as {
    headline: { text: string };
    sections: { heading: string }[];
    totals: { body_paragraphs: number };
    related: { blurbs: { text: string }[] };
  };
  return {
    name: 'seed-article.txt',
    bytes: readFileSync(SEED),
    headline: expected.headline.text,
    sections: expected.sections.map((section) => section.heading),
    paragraphs: expected.totals.body_paragraphs,
    related: expected.related.blurbs.map((blurb) => blurb.text),
  };
}

const OWN: PageCapture = (() => {
  const headline = 'Harbour Ferry Returns After a Winter of Repairs';
  const sections = ['A Long Wait on the Quay', 'What the Repairs Cost', 'The Timetable From March'];
  const paragraphs = [
    'The ferry that has crossed the harbour since 1961 sailed again on Monday, eleven weeks after its shaft broke—and an hour late.',
    'Passengers applauded as the gangway came down. The harbour board’s chair thanked them for their patience.',
    'Shopkeepers on the north side say that they lost a third of their trade while the boat lay in dry dock.',
    'The yard sent a bill that was twice its estimate. The board has asked for the time sheets.',
    'From March the boat sails every forty minutes, and on Fridays until midnight.',
  ];
  const related = [
    'The harbour board votes on a second boat in April, and has asked three yards for their prices.',
    'A former ferry captain remembers the storm of 1987, when the crossing took four hours and nobody was hurt.',
    'Cyclists pay nothing this summer under a trial that the council has paid for.',
  ];
  const text = [
    'Edit Content',
    headline,
    ...paragraphs.slice(0, 2),
    ...sections.flatMap((section, at) => [section, paragraphs[at + 2] ?? '']),
    'Related Articles',
    `${related[0] ?? ''}\n${related[1] ?? ''}`,
    `${related[2] ?? ''}\nNo More Articles`,
    'Share the Article',
    `Sharing: ${headline}`,
  ].join('\n\n');
  return { name: 'captured-page.txt', bytes: Buffer.from(text), headline, sections, paragraphs: 5, related };
})();

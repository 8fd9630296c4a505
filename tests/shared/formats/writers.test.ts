import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import { run } from '#shared/article/inline.ts';
import { WRITERS } from '#shared/formats/catalogue.ts';
import { ninjsWriter } from '#shared/formats/ninjs-writer.ts';
import { textWriter } from '#shared/formats/text-writer.ts';
import { anyArticle, article, context } from './articles.ts';
import { RICH } from './rich.ts';

const textOf = (of: Article) => new TextDecoder().decode(textWriter.write(of, context(of)).bytes);
const itemOf = (of: Article) =>
  JSON.parse(new TextDecoder().decode(ninjsWriter.write(of, context(of)).bytes)) as Readonly<Record<string, unknown>>;
const lossesOf = (of: Article) => textWriter.write(of, context(of)).losses.map((note) => note.code);

test('no writer throws, and each gives the same bytes twice', { timeout: 60_000 }, () => {
  assert(
    property(anyArticle, (one) => {
      for (const writer of WRITERS) {
        expect(writer.write(one, context(one)).bytes).toEqual(writer.write(one, context(one)).bytes);
      }
    }),
    { numRuns: 60 },
  );
});

describe('plain text', () => {
  test('holds every word of a full article, in order, and says what it left out', () => {
    const text = textOf(RICH);
    expect(text).toContain(
      'Analysis\n\nA & B: the <deal>\n\nWhat it means.\n\nAna Ruiz, Madrid correspondent; Bo Li\n\nMADRID',
    );
    expect(text).toContain(
      'One bold and link (https://e.com/?a=1&b=2)\n\nSection\n\n• a\n  1. a.1\n• b\n\nSaid one.\n\nSaid two.\n\n— A minister',
    );
    expect(text).toContain('[Picture: The port / Jo Doe / AFP]\n\nYear\tSum\n2025\t3');
    expect(text).toContain('Related articles\n\nOther\nAbout it.\nhttps://example.com/other\n\nOnly words.\n');
    expect(lossesOf(RICH)).toEqual(['fields-left-out', 'structure-flattened', 'marks-dropped', 'pictures-left-out']);
  });

  test('a plain article loses nothing', () => {
    expect(lossesOf(article({ headline: [run('H')], body: [{ kind: 'paragraph', content: [run('T')] }] }))).toEqual([]);
  });
});

describe('ninjs', () => {
  test('carries the fields where IPTC wants them', () => {
    const item = itemOf(
      article({
        ...RICH,
        metadata: {
          ...RICH.metadata,
          priority: 2,
          slug: 'deal',
          created: '2026-11-01T00:00:00Z',
          embargo: { active: true, until: '2026-11-30T06:00:00Z', reason: 'Speech at six' },
          socialHeadline: 'On social',
          edNote: 'secret',
        },
      }),
    );
    expect(item).toMatchObject({
      type: 'text',
      pubStatus: 'withheld',
      embargoedUntil: '2026-11-30T06:00:00Z',
      edNote: 'Speech at six',
      urgency: 2,
      slugline: 'deal',
      located: 'MADRID',
      by: 'Ana Ruiz (Madrid correspondent), Bo Li',
      firstCreated: '2026-11-01T00:00:00Z',
      versionCreated: '2026-11-24T10:00:00Z',
      headlines: [{ role: 'main' }, { role: 'kicker' }, { role: 'social', value: 'On social' }],
      subjects: [
        { rel: 'about', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000344', literal: 'medtop:20000344' },
        { name: 'trade', rel: 'keyword' },
        { rel: 'keyword' },
        { name: 'World', rel: 'section' },
      ],
      associations: [
        {
          rel: 'picture',
          type: 'picture',
          by: 'Jo Doe',
          renditions: [{ poi: { x: 600, y: 200 }, contentType: 'image/jpeg' }],
        },
        { rel: 'related', uri: 'https://example.com/other' },
        { rel: 'related', descriptions: [{ value: 'Only words.' }] },
      ],
    });
    expect(JSON.stringify(item)).not.toContain('secret');
  });

  test('a killed story is canceled, a ready one usable', () => {
    expect(itemOf(article({ metadata: { status: 'killed' } }))['pubStatus']).toBe('canceled');
    expect(itemOf(article({ metadata: { status: 'ready' } }))['pubStatus']).toBe('usable');
  });
});

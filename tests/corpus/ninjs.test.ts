import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import { ninjsWriter } from '#shared/formats/ninjs-writer.ts';
import { anyArticle, context } from '#tests/shared/formats/articles.ts';
import { readShared } from './seed-article.ts';
import { describeWithShared, sharedFiles, sharedJson } from './shared-folder.ts';

function validator(version: string) {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  formats(ajv);
  ajv.addSchema(sharedJson('standards/ninjs/GeoJSON-schema.json') as object, 'https://geojson.org/schema/GeoJSON.json');
  return ajv.compile(sharedJson(`standards/ninjs/ninjs-schema_${version}.json`) as object);
}

function written(of: Article): unknown {
  return JSON.parse(new TextDecoder().decode(ninjsWriter.write(of, context(of)).bytes)) as unknown;
}

describeWithShared('ninjs 3.1', 'standards/ninjs/ninjs-schema_3.1.json', () => {
  test("the schema tells IPTC's own good examples from the bad", () => {
    for (const version of ['3.0', '3.1']) {
      const validate = validator(version);
      const folder = `standards/ninjs/test_suite/${version}`;
      const good = sharedFiles(`${folder}/should_pass`).filter((name) => name.endsWith('.json'));
      const bad = sharedFiles(`${folder}/should_fail`).filter((name) => name.endsWith('.json'));
      expect(good.length).toBeGreaterThan(0);
      for (const name of good) expect(validate(sharedJson(`${folder}/should_pass/${name}`)), name).toBe(true);
      for (const name of bad) expect(validate(sharedJson(`${folder}/should_fail/${name}`)), name).toBe(false);
    }
  });

  test("the customer's own page is valid and whole", () => {
    const validate = validator('3.1');
    const item = written(readShared('corpus/seed-article.txt')) as {
      readonly headlines: readonly { readonly value: string }[];
      readonly bodies: readonly { readonly value: string }[];
      readonly associations: readonly unknown[];
    };
    expect(validate(item), JSON.stringify(validate.errors)).toBe(true);
    expect(item.headlines[0]?.value).toContain('Iran-U.S. Diplomatic Talks Delayed');
    expect(item.bodies[1]?.value.match(/<h2>/gu)).toHaveLength(5);
    expect(item.associations).toHaveLength(8);
  });

  test('every article that can be written is valid', { timeout: 120_000 }, () => {
    const validate = validator('3.1');
    assert(
      property(anyArticle, (one) => {
        expect(validate(written(one)), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

// @vitest-environment jsdom
import { Schema, type MarkSpec, type NodeSpec } from '@tiptap/pm/model';
import { getSchema } from '@tiptap/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { firstUpdate } from '#shared/document/first.ts';
import { FIELDS_OF_TEXT, SCHEMA_VERSION } from '#shared/document/layout.ts';
import { schemaNeeded } from '#shared/document/schema.ts';
import { openDocument } from '#shared/document/state.ts';
import { bindsUnchanged } from '#renderer/editor/binding/safety.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import { articleId, draft, seededRandom } from '#tests/shared/article/arbitrary.ts';
import recorded1 from '../schema/build-1.json' with { type: 'json' };
import recorded2 from '../schema/build-2.json' with { type: 'json' };

/** A build as it was recorded: what it knew, by name. Recorded once when a schema version is made, and never changed. */
interface Build {
  readonly schema: number;
  readonly nodes: Readonly<Record<string, BuildNode>>;
  readonly marks: Readonly<Record<string, readonly string[]>>;
}

interface BuildNode {
  readonly content: string;
  readonly group: string;
  readonly inline: boolean;
  readonly attributes: readonly string[];
}

const BUILD_1: Build = recorded1;
const BUILD_2: Build = recorded2;

/** The same as if tables, related cards, CQ and a picture's focal point had come later. */
const OLDER: Build = {
  ...BUILD_1,
  nodes: {
    ...without(BUILD_1.nodes, ['table', 'tableRow', 'tableCell', 'relatedCard']),
    figure: {
      content: 'inline*',
      group: 'block',
      inline: false,
      attributes: ['media', 'credit', 'source', 'alt', 'decorative', 'width', 'height'],
    },
  },
  marks: without(BUILD_1.marks, ['cq']),
};
const LATER = /"(?:table|relatedCard|cq|focalX|focalY|gallery)"/u;

describe('an older build', () => {
  it('of this schema version knows all that this one writes: whoever adds a name raises the version and records it', () => {
    expect(SCHEMA_VERSION).toBe(BUILD_2.schema);
    const now = getSchema(schemaExtensions('body'));
    expect(Object.keys(now.nodes).sort()).toEqual(Object.keys(BUILD_2.nodes).sort());
    expect(Object.keys(now.marks).sort()).toEqual(Object.keys(BUILD_2.marks).sort());
    for (const [name, { attributes }] of Object.entries(BUILD_2.nodes)) {
      expect(Object.keys(now.nodes[name]?.spec.attrs ?? {}).sort(), name).toEqual([...attributes].sort());
    }
    for (const [name, attributes] of Object.entries(BUILD_2.marks)) {
      expect(Object.keys(now.marks[name]?.spec.attrs ?? {}).sort(), name).toEqual([...attributes].sort());
    }
  });

  it('of schema version 1 writes in every article but those with a gallery, and those say that they need version 2', () => {
    const schema = schemaOf(BUILD_1);
    const seen = { galleries: 0, others: 0 };
    fc.assert(
      fc.property(articleId, draft, fc.integer(), (id, made, seed) => {
        const doc = openDocument([firstUpdate(id, made, seededRandom(seed))]);
        const hasGallery = namesIn(doc).includes('gallery');
        seen[hasGallery ? 'galleries' : 'others'] += 1;
        expect(schemaNeeded(doc)).toBe(hasGallery ? 2 : 1);
        expect(bindsUnchanged(doc.getXmlFragment('body'), schema)).toBe(!hasGallery);
        doc.destroy();
      }),
      { numRuns: 120 },
    );
    expect(seen.galleries).toBeGreaterThan(10);
    expect(seen.others).toBeGreaterThan(10);
  });

  it('binds no newer document, and one it knows without a change: no update is emitted either way', () => {
    const schemas = { older: schemaOf(OLDER), same: schemaOf(BUILD_2) };
    const seen = { newer: 0, known: 0 };
    fc.assert(
      fc.property(articleId, draft, fc.integer(), (id, made, seed) => {
        const short = { ...made, headline: [], standfirst: [], body: made.body.slice(0, 1) };
        const doc = openDocument([firstUpdate(id, short, seededRandom(seed))]);
        const emitted: Uint8Array[] = [];
        doc.on('update', (update: Uint8Array) => emitted.push(update));
        const isNewer = LATER.test(JSON.stringify(namesIn(doc)));
        seen[isNewer ? 'newer' : 'known'] += 1;
        const binds = (schema: Schema): boolean =>
          FIELDS_OF_TEXT.every((field) => bindsUnchanged(doc.getXmlFragment(field), schema));
        expect(binds(schemas.older)).toBe(!isNewer);
        expect(binds(schemas.same)).toBe(true);
        expect(emitted).toEqual([]);
        doc.destroy();
      }),
      { numRuns: 120 },
    );
    expect(seen.newer).toBeGreaterThan(10);
    expect(seen.known).toBeGreaterThan(10);
  });
});

function without<Value>(record: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function schemaOf(build: Build): Schema {
  const attrs = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { default: null }]));
  const nodes = Object.entries(build.nodes).map(
    ([name, { content, group, inline, attributes }]): [string, NodeSpec] => {
      return [name, { content, group, inline: inline && name !== 'text', attrs: attrs(attributes) }];
    },
  );
  const marks = Object.entries(build.marks).map(([name, names]): [string, MarkSpec] => [name, { attrs: attrs(names) }]);
  return new Schema({ topNode: 'doc', nodes: Object.fromEntries(nodes), marks: Object.fromEntries(marks) });
}

/** The names of nodes, attributes and marks that a document holds. */
function namesIn(doc: Y.Doc): string[] {
  const names = new Set<string>();
  const visit = (type: unknown): void => {
    if (type instanceof Y.XmlText) {
      for (const { attributes } of type.toDelta() as { attributes?: object }[])
        for (const name of Object.keys(attributes ?? {})) names.add(name);
      return;
    }
    if (type instanceof Y.XmlElement) {
      names.add(type.nodeName);
      for (const name of Object.keys(type.getAttributes())) names.add(name);
    }
    if (type instanceof Y.XmlFragment) for (const child of type.toArray()) visit(child);
  };
  for (const field of FIELDS_OF_TEXT) visit(doc.getXmlFragment(field));
  return [...names];
}

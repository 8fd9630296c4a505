import * as Y from 'yjs';
import type { ArticleDraft } from '#shared/article/article.ts';
import type { Block } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Inline } from '#shared/article/inline.ts';
import type { Random } from '#shared/article/random.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import { setFields } from './field.ts';
import { ABOUT_ROOT, FIELDS_OF_TEXT, type TextField } from './layout.ts';
import { addRelated } from './related.ts';
import { recordSchema, schemaOf } from './schema.ts';
import { elementOf } from './write.ts';

/**
 * The first update of an article. Make it once, by one writer, and store it before anything else: two first updates
 * of one article would double it. Metadata that is not well formed is left out.
 *
 * A related card of the draft's body names its entry by the place in `draft.related` (`'0'`, `'1'` …), or by the
 * entry's old id where the draft is a copy of an article; here it gets the entry's new id.
 */
export function firstUpdate(id: ArticleId, draft: ArticleDraft, random: Random): Uint8Array {
  const doc = new Y.Doc({ gc: true });
  doc.clientID = new DataView(Uint8Array.from(random(4)).buffer).getUint32(0);
  doc.transact(() => {
    doc.getMap(ABOUT_ROOT).set('article', id);
    recordSchema(doc);
    recordSchema(doc, schemaOf(draft.body));
    setFields(doc, draft.metadata);
    const ids = new Map<string, string>();
    draft.related.forEach((link: Omit<RelatedLink, 'id'> & { readonly id?: string }, place) => {
      const given = addRelated(doc, link, random);
      ids.set(String(place), given);
      if (link.id !== undefined) ids.set(link.id, given);
    });
    for (const field of FIELDS_OF_TEXT) {
      const blocks = blocksOf(draft, field);
      doc.getXmlFragment(field).insert(
        0,
        blocks.map((block) => elementOf(withCard(block, ids))),
      );
    }
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function blocksOf(draft: ArticleDraft, field: TextField): readonly Block[] {
  const paragraph = (content: readonly Inline[]): Block => ({ kind: 'paragraph', content });
  if (field !== 'body') return [paragraph(draft[field])];
  return draft.body.length > 0 ? draft.body : [paragraph([])];
}

function withCard(block: Block, ids: ReadonlyMap<string, string>): Block {
  return block.kind === 'relatedCard' ? { ...block, related: ids.get(block.related) ?? block.related } : block;
}

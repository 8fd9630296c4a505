import type { Article } from '#shared/article/article.ts';
import { FIELD_NAMES, type FieldName } from '#shared/article/field.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import type { NoteTaker } from './note-taker.ts';

/** Where an article is on its way, not what it says: no export is expected to keep these. */
const WORKFLOW: ReadonlySet<FieldName> = new Set(['status', 'created', 'trashed']);

const NAMES: Readonly<Partial<Record<FieldName, string>>> = {
  urlSlug: 'URL slug',
  commissionedLength: 'commissioned length',
  legalFlag: 'legal flag',
  pictureFlag: 'picture flag',
  edNote: 'internal note',
  editorsNote: "editor's note",
  printHeadline: 'print headline',
  socialHeadline: 'social headline',
  searchHeadline: 'search headline',
  shareTitle: 'share title',
  shareDescription: 'share description',
  shareImage: 'share picture',
  canonicalUrl: 'canonical URL',
};

/** Says which fields are filled in but have no place in the format; `kept` are those that have. */
export function sayFieldsLeftOut(article: Article, kept: readonly FieldName[], notes: NoteTaker): void {
  const lost = FIELD_NAMES.filter(
    (name) =>
      !kept.includes(name) &&
      !WORKFLOW.has(name) &&
      JSON.stringify(article.metadata[name]) !== JSON.stringify(DEFAULT_METADATA[name]),
  );
  if (lost.length === 0) return;
  const names = lost.map((name) => NAMES[name] ?? name).join(', ');
  notes.say('fields-left-out', `Fields that this format has no place for were left out: ${names}.`, lost.join(', '));
}

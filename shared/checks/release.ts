import type { Metadata } from '#shared/article/metadata.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import type { BlockFinding, CheckCode, FindingValues, Severity } from './check.ts';
import { countTks } from './tk.ts';

/** Metadata that readers see. The internal ed note may hold TKs for ever. */
const PUBLISHED_FIELDS = [
  'kicker',
  'dateline',
  'editorsNote',
  'copyright',
  'printHeadline',
  'socialHeadline',
  'searchHeadline',
  'shareTitle',
  'shareDescription',
] as const satisfies readonly (keyof Metadata)[];

/**
 * What is said about an article rather than in it. An embargo blocks as long as it is active, whatever the clock of this
 * machine says: lifting one is a person's act.
 */
export function checkMetadata(metadata: Metadata, related: readonly RelatedLink[]): readonly BlockFinding[] {
  const { embargo, legalFlag, pictureFlag, status, trashed, canonicalUrl, bylines } = metadata;
  const isDropped = !trashed && (status === 'spiked' || status === 'killed');
  return [
    ...said(embargo.active, 'embargo-active', 'blocks', { until: embargo.until }),
    ...said(legalFlag, 'legal-flag', 'blocks'),
    ...related.flatMap((link) => tksOf(`${link.headline}\n${link.blurb}`, { place: 'related' })),
    ...PUBLISHED_FIELDS.flatMap((name) => tksOf(metadata[name], { place: 'field', name })),
    ...bylines.flatMap(({ name, role }) => tksOf(`${name}\n${role}`, { place: 'byline' })),
    ...said(trashed, 'in-trash', 'warns'),
    ...said(isDropped, 'dropped', 'warns', { status }),
    ...said(pictureFlag, 'picture-flag', 'warns'),
    ...said(/^http:/iu.test(canonicalUrl), 'link-insecure', 'warns', { place: 'field', name: 'canonicalUrl' }),
  ];
}

function tksOf(text: string, values: FindingValues): BlockFinding[] {
  const count = countTks(text);
  return said(count > 0, 'tk-left', 'blocks', { count, ...values });
}

function said(isSo: boolean, code: CheckCode, severity: Severity, values: FindingValues = {}): BlockFinding[] {
  return isSo ? [{ code, severity, values, passages: [] }] : [];
}

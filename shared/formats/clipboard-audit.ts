/** What of a clipping was dropped, changed or moved, each with how often. */
export const AUDIT_CODES = [
  'comments',
  'deletions',
  'insertions',
  'footnotes',
  'pictures',
  'links',
  'embeds',
  'mergedCells',
  'cards',
] as const;

type AuditCode = (typeof AUDIT_CODES)[number];
export type Audit = Readonly<Partial<Record<AuditCode, number>>>;

/** Counts what happens while a clipping is read. */
export interface AuditTaker {
  readonly count: (code: AuditCode, by?: number) => void;
  readonly all: () => Audit;
}

export function takeAudit(): AuditTaker {
  const counts: Partial<Record<AuditCode, number>> = {};
  return {
    count: (code, by = 1) => {
      if (by > 0) counts[code] = (counts[code] ?? 0) + by;
    },
    all: () => ({ ...counts }),
  };
}

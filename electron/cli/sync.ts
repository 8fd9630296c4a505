import { resolve } from 'node:path';
import { succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import { Desk } from '../backend/desk/desk.ts';
import { readDeskMarker } from '../backend/desk/desk-marker.ts';
import { deskOptions } from '../backend/desk/identity.ts';
import type { DeskOptions } from '../backend/desk/options.ts';
import type { DeskStatus, ExchangeReport } from '../backend/desk/status.ts';
import { threadGate } from '../backend/desk/thread-gate.ts';
import type { Library } from '../backend/library.ts';
import type { Answer } from './answer.ts';
import { findArticles, withLibrary, type Context } from './context.ts';

export interface SyncOptions {
  /** The desk's folder; where it was last when absent. */
  readonly desk?: string;
  readonly create?: boolean;
  readonly share?: readonly string[];
  readonly shareAll?: boolean;
}

/** `stet sync --desk DIR [--create] [--share ID… | --share-all]`: one exchange with a desk folder. */
export async function syncDesk(context: Context, options: SyncOptions): Promise<Result<Answer>> {
  return withLibrary(context, 'write', async (library) => {
    const gate = threadGate();
    try {
      const place = options.desk === undefined ? null : resolve(options.desk);
      const o = await deskOptions(library, { ...context, gate, place });
      if (!o.ok) return o;
      const opened = await openDesk(o.value, options);
      if (!opened.ok) return opened;
      const desk = opened.value;
      const shared = await shareAsked(desk, library, options);
      if (!shared.ok) return shared;
      const report = await desk.exchange();
      return report.ok ? succeed(answerOf(report.value, desk.status(), desk.rescued().length)) : report;
    } finally {
      await gate.close();
    }
  });
}

/** `--create` makes a desk where there is none; where there is one it is joined. */
async function openDesk(o: DeskOptions, { desk, create = false }: SyncOptions): Promise<Result<Desk>> {
  if (desk === undefined) return Desk.reopen(o);
  const marker = create ? await readDeskMarker(o.folder, o.place) : null;
  return marker?.ok === false && marker.error.code === 'desk-missing' ? Desk.create(o) : Desk.join(o);
}

async function shareAsked(desk: Desk, library: Library, options: SyncOptions): Promise<Result<null>> {
  const { share = [], shareAll = false } = options;
  const found = shareAll ? succeed(everyArticle(library)) : findArticles(library, share);
  return found.ok ? desk.share(found.value) : found;
}

function everyArticle(library: Library): readonly ArticleId[] {
  return [false, true].flatMap((trashed) => {
    const ids: ArticleId[] = [];
    for (;;) {
      const page = library.list({ trashed, offset: ids.length, limit: LIMITS.listPage });
      ids.push(...page.items.map(({ id }) => id));
      if (page.items.length === 0) return ids;
    }
  });
}

function answerOf(report: ExchangeReport, status: DeskStatus, rescued: number): Answer {
  const { desk, place, pending, waiting, quarantined, alarms, shared } = status;
  const json = { desk, place, shared, ...report, pending, waiting, quarantined, alarms, toPutBack: rescued };
  const counted = [
    `${report.published} sent`,
    `${report.received} received`,
    `${report.articles.length} articles changed`,
    `${waiting.length} waiting`,
  ];
  const complaints = [
    ...quarantined.map(({ file, reason }) => `refused ${file}: ${reason}`),
    ...(rescued === 0 ? [] : [`${rescued} passages were rescued; put them back in the application.`]),
    ...alarms,
  ];
  return { json, text: `${counted.join(', ')}.`, complaints };
}

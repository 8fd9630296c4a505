import { z } from 'zod';
import type { ArticleId } from '#shared/article/identity.ts';
import { articleId } from './article-id.ts';
import { call } from './call.ts';
import type { DeskDetails, DeskOverview, DeskStanding } from './desk.ts';
import { LIMITS } from './limits.ts';

const nothing = z.strictObject({});
const folder = z.strictObject({ place: z.string().min(1).max(4096) });

/** What a page asks of the library's desk. Whatever it changes is told to every page as `desk.changed`. */
export const DESK_CALLS = {
  /** How things stand; null where the library is on no desk. */
  'desk.overview': call<DeskOverview | null>()(nothing),
  'desk.details': call<DeskDetails | null>()(nothing),
  /** Where these stories are. Those that are not in the library are left out. */
  'desk.standings': call<{ standings: readonly (readonly [ArticleId, DeskStanding])[] }>()(
    z.strictObject({ ids: z.array(articleId).max(LIMITS.listPage) }),
  ),
  /** Makes a desk of an empty or missing folder, and joins it. */
  'desk.create': call<null>()(folder),
  /** Joins the desk in a folder; also the way to say where the folder of our desk is now. */
  'desk.join': call<null>()(folder),
  /** Puts stories on the desk for good. */
  'desk.share': call<null>()(z.strictObject({ ids: z.array(articleId).min(1).max(LIMITS.listPage) })),
  /** Goes through the folder now, and resolves when that is done. */
  'desk.sync': call<null>()(nothing),
  'desk.pause': call<null>()(z.strictObject({ paused: z.boolean() })),
  /** Says that a person has dealt with a rescued passage. On disk when it resolves. */
  'desk.settle': call<null>()(z.strictObject({ key: z.string().min(1).max(200) })),
  /** Says what this page shows, for colleagues to see where somebody is; only ever told of stories that are shared. */
  'desk.here': call<null>()(
    z.strictObject({ place: z.strictObject({ article: articleId, section: z.string().max(200) }).nullable() }),
  ),
} as const;

import { succeed } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type {
  DeskDetails,
  DeskEvent,
  DeskOverview,
  DeskStanding,
  NamedArticle,
  RescuedPassage,
} from '#shared/contract/desk.ts';
import type { BackendHandlers } from '#shared/contract/serve.ts';
import type { Desk } from './desk/desk.ts';
import type { Activity, RescuedText } from './desk/status.ts';
import type { DeskSeat } from './desk-seat.ts';
import type { Library } from './library.ts';

type DeskCall = Extract<keyof BackendHandlers, `desk.${string}`>;

/** So many entries of a long list are shown, the newest. */
const SHOWN = 200;
/** Values longer than this are shown by their beginning. */
const LONGEST_VALUE = 400;

export interface DeskHandling {
  readonly seat: DeskSeat;
  readonly library: Library;
  /** Stands for the page. */
  readonly origin: object;
}

/** The answers to what one page asks of the library's desk. */
export function deskHandlers({ seat, library, origin }: DeskHandling): Pick<BackendHandlers, DeskCall> {
  return {
    'desk.overview': async () => {
      await seat.open();
      return succeed(overviewOf(seat));
    },
    'desk.details': async () => {
      await seat.open();
      return succeed(detailsOf(seat, library));
    },
    'desk.standings': async ({ ids }) => {
      await seat.open();
      return succeed({ standings: standingsOf(seat, library, ids) });
    },
    'desk.create': ({ place }) => seat.enter('create', place),
    'desk.join': ({ place }) => seat.enter('join', place),
    'desk.share': async ({ ids }) => (await seat.desk?.share(ids)) ?? NONE,
    'desk.sync': () => seat.sync(),
    'desk.pause': async ({ paused }) => {
      if (seat.desk === null) return NONE;
      seat.desk.setPaused(paused);
      if (!paused) void seat.sync();
      return succeed(null);
    },
    'desk.settle': async ({ key }) => (await seat.desk?.settleRescued(key)) ?? NONE,
    'desk.here': async ({ place }) => {
      seat.here(origin, place);
      return succeed(null);
    },
  };
}

/** How things stand with the desk; null where the library is on none. */
export function overviewOf(seat: DeskSeat): DeskOverview | null {
  const { desk, failed } = seat;
  if (desk === null) {
    if (failed === null) return null;
    const { place, trouble } = failed;
    return { place, trouble, paused: false, met: false, shared: 0, pending: 0, rescued: 0, colleagues: [] };
  }
  const { place, paused, met, trouble, shared, pending, devices } = desk.status();
  return {
    place,
    paused,
    trouble,
    met,
    shared,
    pending: pending.length,
    rescued: desk.rescued().length,
    colleagues: devices.map((device) => ({ ...device, here: seat.isPresent(device) ? device.here : null })),
  };
}

function detailsOf(seat: DeskSeat, library: Library): DeskDetails | null {
  const overview = overviewOf(seat);
  const { desk, ours } = seat;
  if (overview === null) return null;
  if (desk === null) {
    return { overview, ours, pending: [], open: [], waiting: [], refused: [], rescued: [], events: [], alarms: [] };
  }
  const { pending, waiting, alarms } = desk.status();
  const activity = desk.activity();
  return {
    overview,
    ours,
    pending: pending.slice(0, SHOWN).map((id) => named(library, id)),
    open: overview.colleagues.flatMap(({ here }) => (here === null ? [] : [named(library, here.article)])),
    waiting: waiting.slice(0, SHOWN).map(({ file, why }) => ({ file, why })),
    refused: refusedIn(activity),
    rescued: rescuedOf(desk, library),
    events: activity
      .slice(-SHOWN)
      .toReversed()
      .map((entry) => eventOf(library, entry)),
    alarms,
  };
}

function refusedIn(activity: readonly Activity[]): DeskDetails['refused'] {
  return activity
    .filter((entry) => entry.kind === 'quarantined')
    .slice(-SHOWN)
    .toReversed()
    .map(({ file, reason, time }) => ({ file, reason, time }));
}

function rescuedOf(desk: Desk, library: Library): readonly RescuedPassage[] {
  const { devices } = desk.status();
  const whoIs = ({ from, written }: RescuedText): RescuedPassage['by'] => {
    if (written === 'here' || from === null) return null;
    const device = devices.find((one) => one.device === from.device);
    return { memberName: device?.memberName ?? '', deviceName: device?.deviceName ?? '' };
  };
  return desk
    .rescued()
    .slice(0, SHOWN)
    .map((rescued) => {
      const { key, article, text, root, name, time } = rescued;
      return { ...named(library, article), key, text, root, name, by: whoIs(rescued), time };
    });
}

function eventOf(library: Library, entry: Activity): DeskEvent {
  const { key, time } = entry;
  switch (entry.kind) {
    case 'shared':
      return { kind: 'shared', key, time, ...named(library, entry.article) };
    case 'passed-over': {
      const [kept, other] = [shown(entry.kept), shown(entry.value)];
      return { kind: 'passed-over', key, time, ...named(library, entry.article), field: entry.field, kept, other };
    }
    case 'quarantined':
      return { kind: 'refused', key, time, file: entry.file };
  }
}

/** A value of a field as people can read it. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function named(library: Library, article: ArticleId): NamedArticle {
  return { article, headline: library.headlineOf(article) };
}

function standingsOf({ desk }: DeskSeat, library: Library, ids: readonly ArticleId[]) {
  const pending = new Set(desk?.status().pending);
  const standing = (id: ArticleId): DeskStanding => {
    if (desk?.isShared(id) !== true) return 'private';
    return pending.has(id) ? 'waiting' : 'sent';
  };
  return ids.filter((id) => library.has(id)).map((id) => [id, standing(id)] as const);
}

const NONE = {
  ok: false,
  error: { code: 'desk-none', message: 'This library is on no desk; create one or join one first.' },
} as const;

import { homedir } from 'node:os';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { matcherOf } from '#shared/article/search.ts';
import { checkArticle } from '#shared/checks/catalogue.ts';
import type { LibraryStatus, OpenedArticle } from '#shared/contract/calls.ts';
import type { BackendHandlers } from '#shared/contract/serve.ts';
import { readMetadata, setFields } from '#shared/document/field.ts';
import type { Clock } from './clock.ts';
import { completeFolder, expandHome } from './completion.ts';
import { deskHandlers } from './desk-handlers.ts';
import type { DeskSeat } from './desk-seat.ts';
import type { Disk } from './disk/disk.ts';
import { newDraft } from './drafting.ts';
import { editArticle } from './editing.ts';
import { exportArticles } from './export-folder.ts';
import { exportFormats, renderArticle } from './exporting.ts';
import { passGate } from './gate.ts';
import { importFile } from './importing.ts';
import type { Library } from './library.ts';
import { addMedia } from './media.ts';
import { findInStory, replaceInStory } from './replacing.ts';
import type { RulesKeeper } from './rules/house-rules.ts';
import { addOwnWord, readOwnWords, removeOwnWord } from './own-words.ts';
import type { SettingsStore } from './settings.ts';
import { Uploads } from './uploads.ts';

/** Articles that one page may have open at a time. */
export const MOST_OPEN = 100;

export interface Desk {
  readonly library: Library;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly settings: SettingsStore;
  /** Marks what this page writes. */
  readonly origin: object;
  /** What this page has open. Kept here, read by whoever tells pages of updates. */
  readonly followed: Set<ArticleId>;
  /** Tells this page when the disk is in trouble. */
  readonly sayTrouble: () => void;
  readonly seat: DeskSeat;
  readonly rules: RulesKeeper;
  /** From now on this page is told when the house rules change. */
  readonly followRules: () => void;
}

/** The back end's answer to every call of one page. Inputs have been checked for shape; here for meaning. */
export function handlersFor(desk: Desk): BackendHandlers {
  const { library, disk, settings } = desk;
  return {
    'files.complete': async ({ path }) => succeed({ folders: await completeFolder(disk, path, homedir()) }),
    'settings.read': async () => succeed(await settings.read()),
    'settings.change': async (patch) => {
      const changed = await settings.change(patch);
      if (changed.ok) desk.seat.renamed(changed.value.name);
      return changed;
    },
    ...spellingHandlers(desk),
    'library.status': async () => {
      // A page asks this when it is ready to listen; what was said before that it may have missed.
      desk.sayTrouble();
      return succeed(statusOf(desk));
    },
    'library.list': async (query) => succeed(library.list(query)),
    ...articleHandlers(desk),
    'rules.read': async () => {
      desk.followRules();
      return succeed(await desk.rules.read());
    },
    'rules.create': () => desk.rules.create(),
    ...mediaHandlers(desk),
    'import.files': async ({ files }) => {
      const outcomes = [];
      for (const { name, bytes } of files) outcomes.push(await importFile(library, name, bytes));
      return succeed({ outcomes });
    },
    ...exportHandlers(desk),
    ...deskHandlers(desk),
  };
}

type SpellingCall = Extract<keyof BackendHandlers, `spelling.${string}`>;

function spellingHandlers({ disk, settings, library }: Desk): Pick<BackendHandlers, SpellingCall> {
  const places = { disk, configuration: settings.folder, library: library.place };
  return {
    'spelling.words': async () => succeed(await readOwnWords(places)),
    'spelling.add': ({ word, to }) => addOwnWord(places, to, word.normalize('NFC')),
    'spelling.remove': ({ word }) => removeOwnWord(places, word.normalize('NFC')),
  };
}

type ArticleCall = Extract<keyof BackendHandlers, `article.${string}`>;

function articleHandlers(desk: Desk): Pick<BackendHandlers, ArticleCall> {
  const { library, settings, origin, followed, rules } = desk;
  return {
    'article.create': async ({ headline }) => {
      const created = await library.create(newDraft(headline, await settings.read()));
      return created.ok ? succeed({ id: created.value }) : created;
    },
    'article.open': ({ id }) => openArticle(desk, id),
    'article.append': ({ id, update }) => library.append(id, update, origin),
    'article.close': async ({ id }) => {
      followed.delete(id);
      return succeed(null);
    },
    'article.read': async ({ id }) => {
      const read = await library.read(id);
      if (!read.ok) return read;
      return succeed({ ...read.value, related: library.resolveRelated(read.value.article) });
    },
    'article.trash': async ({ id, trashed }) => {
      const edited = await editArticle(library, id, (doc) => {
        if (readMetadata(doc).trashed !== trashed) setFields(doc, { trashed });
      });
      return edited.ok ? succeed(null) : edited;
    },
    'article.find': async ({ ids, query }) => {
      const matcher = matcherOf(query);
      if (!matcher.ok) return matcher;
      const stories = [];
      for (const id of ids) stories.push(await findInStory(library, id, matcher.value));
      return succeed({ stories });
    },
    'article.replace': async ({ id, query, replacement }) => {
      const matcher = matcherOf(query);
      if (!matcher.ok) return matcher;
      const replaced = await replaceInStory(library, id, matcher.value, replacement, true);
      return replaced.ok ? succeed({ replaced: replaced.value }) : replaced;
    },
    'article.check': async ({ id }) => {
      const read = await library.read(id);
      return read.ok ? succeed({ results: checkArticle(read.value.article, await rules.house()) }) : read;
    },
  };
}

type MediaCall = Extract<keyof BackendHandlers, `media.${string}`>;

function mediaHandlers({ library }: Desk): Pick<BackendHandlers, MediaCall> {
  const uploads = new Uploads();
  return {
    'media.add': ({ bytes }) => addMedia(library, bytes),
    'media.begin': async () => uploads.begin(),
    'media.part': async ({ upload, bytes }) => uploads.add(upload, bytes),
    'media.end': async ({ upload }) => {
      const whole = uploads.end(upload);
      return whole.ok ? addMedia(library, whole.value) : whole;
    },
    'media.stop': async ({ upload }) => {
      uploads.stop(upload);
      return succeed(null);
    },
  };
}

type ExportCall = Extract<keyof BackendHandlers, `export.${string}`>;

function exportHandlers({ library, disk, clock }: Desk): Pick<BackendHandlers, ExportCall> {
  return {
    'export.formats': async () => succeed({ formats: await exportFormats() }),
    'export.render': async ({ id, format, override }) => {
      const read = await library.read(id);
      if (!read.ok) return read;
      const gate = passGate([read.value.article], override);
      if (!gate.ok) return gate;
      const rendered = await renderArticle(library, id, format);
      if (!rendered.ok) return rendered;
      const { fileName, mediaType, bytes, losses } = rendered.value;
      return succeed({ fileName, mediaType, bytes, losses });
    },
    'export.write': (order) =>
      exportArticles({ library, disk, clock }, { ...order, directory: expandHome(order.directory.trim(), homedir()) }),
  };
}

function statusOf({ library, settings }: Desk): LibraryStatus {
  const status = library.status();
  return { ...status, problems: [...status.problems, ...settings.problems()] };
}

/** Follows first and loads then, so that no update falls between; one that comes twice does no harm. */
async function openArticle({ library, followed }: Desk, id: ArticleId): Promise<Result<OpenedArticle>> {
  if (!followed.has(id) && followed.size >= MOST_OPEN) {
    return fail('too-many', `This window has ${MOST_OPEN} articles open; close one before you open another.`);
  }
  const known = followed.has(id);
  followed.add(id);
  const loaded = await library.load(id);
  if (!loaded.ok) {
    if (!known) followed.delete(id);
    return loaded;
  }
  const { state, readOnly } = loaded.value;
  return succeed({ id, state, ...(readOnly === undefined ? {} : { readOnly }) });
}

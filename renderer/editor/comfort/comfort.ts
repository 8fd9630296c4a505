import type { Failure } from '#shared/article/failure.ts';
import type { Settings, SettingsPatch } from '#shared/contract/settings.ts';
import type { ArticleSession } from '../session.ts';

/** How the person likes to write, and the way to change it. */
export interface Comfort {
  readonly settings: Settings;
  readonly change: (patch: SettingsPatch) => Promise<Failure | null>;
}

const comforts = new WeakMap<ArticleSession, Comfort>();

/** Lets commands and keys know how the person writes; to be called whenever it changes. */
export function setComfort(session: ArticleSession, comfort: Comfort): void {
  comforts.set(session, comfort);
}

/** How the person writes in an article on the screen; null before it is shown. */
export function comfortOf(session: ArticleSession): Comfort | null {
  return comforts.get(session) ?? null;
}

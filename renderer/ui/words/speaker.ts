import { localeOf, type Forms, type Language } from './language.ts';

/** Numbers, counts and times as a language writes them. */
export interface Speaker {
  number(value: number): string;
  /** The form that fits the number, with the number in it. */
  count(forms: Forms, value: number): string;
  /** An ISO time as a day, `24 November 2026`; empty for what is no time. */
  day(iso: string): string;
  /** An ISO time as a day and a time, for tooltips; empty for what is no time. */
  moment(iso: string): string;
  /** An ISO time as the time of its day, `14:32`; empty for what is no time. */
  clock(iso: string): string;
  /** How long ago, as people say it: `2 minutes ago`, `yesterday`, from a month on the day itself. */
  ago(iso: string, now: number): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function speaker(language: Language, justNow: string): Speaker {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const clocks = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  const day = (iso: string) => formatted(days, iso);
  return {
    number: (value) => numbers.format(value),
    count: (forms, value) => (forms[rules.select(value)] ?? forms.other).replace('{n}', numbers.format(value)),
    day,
    moment: (iso) => formatted(moments, iso),
    clock: (iso) => formatted(clocks, iso),
    ago(iso, now) {
      const then = Date.parse(iso);
      if (Number.isNaN(then)) return '';
      const past = Math.max(0, now - then);
      if (past < MINUTE) return justNow;
      if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
      const calendarDays = daysBetween(then, now);
      if (calendarDays === 0 || past < 6 * HOUR) return relative.format(-Math.floor(past / HOUR), 'hour');
      if (calendarDays <= 6) return relative.format(-calendarDays, 'day');
      if (calendarDays < 28) return relative.format(-Math.floor(calendarDays / 7), 'week');
      return day(iso);
    },
  };
}

function formatted(format: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : format.format(time);
}

/** Midnights between two times, in the person's own time zone. */
function daysBetween(then: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(then)) / DAY);
}

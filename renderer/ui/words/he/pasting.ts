import type { PastingWords } from '../en/pasting.ts';
import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, two: string, other: string): Forms => ({ one, two, other });

/** Words of what is pasted and copied. */
export const pasting: PastingWords = {
  pasting: 'מדביק…',
  pastingPart: (percent) => `מדביק… ${percent}`,
  cancelHint: 'Esc לביטול',
  plain: 'הדבקה כטקסט פשוט',
  pressKeys: (keys: string) => `הדפדפן אינו מראה את הלוח. אפשר להדביק כטקסט פשוט בהקשה על ${isolate(keys)}.`,
  withChanges: 'הודבק בשינויים',
  undo: 'ביטול ההדבקה',
  unreadable: 'מה שהדבקתם גדול מכדי לשמור על העיצוב; הוא נכנס כטקסט פשוט.',
  nothing: 'לא היה מה להדביק.',

  comments: forms('הערה אחת הושמטה.', 'שתי הערות הושמטו.', '{n} הערות הושמטו.'),
  deletions: forms(
    'מחיקה אחת שנרשמה במעקב הושמטה.',
    'שתי מחיקות שנרשמו במעקב הושמטו.',
    '{n} מחיקות שנרשמו במעקב הושמטו.',
  ),
  insertions: forms(
    'הוספה אחת שנרשמה במעקב נכנסה כטקסט.',
    'שתי הוספות שנרשמו במעקב נכנסו כטקסט.',
    '{n} הוספות שנרשמו במעקב נכנסו כטקסט.',
  ),
  footnotes: forms('הערת שוליים אחת עומדת בסוף.', 'שתי הערות שוליים עומדות בסוף.', '{n} הערות שוליים עומדות בסוף.'),
  pictures: forms('תמונה אחת חסרה.', 'שתי תמונות חסרות.', '{n} תמונות חסרות.'),
  picturesFrom: (places) => `לא היה בלוח: ${isolate(places)}`,
  links: forms(
    'קישור אחד הוסר, והטקסט שלו נשאר.',
    'שני קישורים הוסרו, והטקסט שלהם נשאר.',
    '{n} קישורים הוסרו, והטקסט שלהם נשאר.',
  ),
  embeds: forms('מסגרת מוטמעת אחת הושמטה.', 'שתי מסגרות מוטמעות הושמטו.', '{n} מסגרות מוטמעות הושמטו.'),
  mergedCells: forms('תא ממוזג אחד פוצל.', 'שני תאים ממוזגים פוצלו.', '{n} תאים ממוזגים פוצלו.'),
  cards: forms('כרטיס קשור אחד הושמט.', 'שני כרטיסים קשורים הושמטו.', '{n} כרטיסים קשורים הושמטו.'),
  picturesNotCopied: forms(
    'תמונה אחת לא הועתקה; המילים שלה הועתקו.',
    'שתי תמונות לא הועתקו; המילים שלהן הועתקו.',
    '{n} תמונות לא הועתקו; המילים שלהן הועתקו.',
  ),
};

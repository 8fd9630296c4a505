import type { SpellingWords } from '../en/spelling.ts';
import { isolate } from '../isolate.ts';

/** Words of spelling and languages. */
export const spelling: SpellingWords = {
  suggestionsFor: (word) => `האיות של „${isolate(word)}”`,
  looking: 'מחפש הצעות…',
  noSuggestions: 'אין הצעות',
  addPersonal: 'הוספה למילון שלי',
  addHouse: 'הוספה למילון המערכת',
  ignore: 'התעלמות בכתבה הזאת',
  languageOfWord: 'השפה של המילה הזאת',
  passageLanguage: 'השפה של הקטע',
  blockLanguage: 'השפה של הפסקה',
  asArticle: (language) => `כמו הכתבה (${isolate(language)})`,
  next: 'המילה הלא מוכרת הבאה',
  previous: 'המילה הלא מוכרת הקודמת',
  suggest: 'הצעות איות',
  none: 'אין בכתבה מילים לא מוכרות',
  notHere: 'המילה שבסמן אינה מילה לא מוכרת',
  unavailable: 'מילון לא נקרא, ולכן חלק מהמילים אינן נבדקות.',
  found: (word) => `מילה לא מוכרת: ${isolate(word)}`,
  replaced: (word, right) => `${isolate(word)} הוחלפה ב־${isolate(right)}`,
  addedPersonal: (word) => `„${isolate(word)}” נוספה למילון שלכם`,
  addedHouse: (word) => `„${isolate(word)}” נוספה למילון המערכת`,
  ignored: (word) => `מתעלמים מ„${isolate(word)}” בכתבה הזאת`,

  title: 'איות',
  check: 'בדיקת איות תוך כדי כתיבה',
  also: 'שפות נוספות בכתבות שלי',
  alsoHint: 'כתבה נבדקת בשפה שלה. גם מילים בשפות שסומנו כאן נכונות בה.',
  myDictionary: 'המילון שלי',
  addWord: 'הוספת מילה',
  noWord: 'במילה אין רווחים, ויש בה 80 אותיות לכל היותר.',
  removeWord: 'הסרה',
  houseHint: 'מילון המערכת הוא הקובץ stet-dictionary.txt שבתיקיית הספרייה, מילה בכל שורה.',
};

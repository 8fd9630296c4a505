import type { NoteWords } from '../en/notes.ts';

/**
 * What an import or export could not keep or had to guess, by the note’s code, for the languages the back end does not speak;
 * English shows the back end’s own sentence. What a sentence names (a number, names out of the file) follows it.
 */
export const notes: NoteWords = {
  'headline-missing': 'לכתבה אין עדיין כותרת',
  'page-furniture-dropped': 'חלקים של הדף שאינם חלק מן הכתבה הושמטו',
  'picture-missing': 'חסרות תמונות; מקומן, הכיתובים והקרדיטים שלהן נשמרו',
  'related-without-links': 'כתבות קשורות נשמרו כמילים בלבד, כי בקובץ אין כתובות שלהן',
  'headings-by-shape': 'שורות שנראות כמו כותרות ביניים נעשו כותרות ביניים',
  'encoding-guessed': 'הקובץ אינו UTF-8, וכדאי לבדוק שמות ואותיות מיוחדות; הוא נקרא בקידוד',
  'embed-dropped': 'נגנים ומסגרות מוטמעים בלי כתובת אינטרנט הושמטו',
  'code-flattened': 'קוד נשמר כפסקאות רגילות עם שבירות השורה שלהן',
  'text-after-page-end': 'טקסט שעמד אחרי הכתבות הקשורות נשמר בסוף הכתבה',
  'related-heading-kept': 'הכותרת “Related Articles” נשמרה כחלק מן הכתבה',
  'markdown-too-heavy': 'ה־Markdown גדול או מקונן מדי, ולכן הטקסט נלקח כמו שהוא, עם הסימנים',
  'html-flattened': 'קטעים ב־HTML נקראו כפסקאות, רשימות וטבלאות רגילות',
  'html-dropped': 'תגיות HTML בתוך הטקסט הושמטו; הטקסט שלהן נשמר',
  'footnotes-at-end': 'הערות השוליים הועברו לסוף הכתבה כרשימה ממוספרת',
  'front-matter-unreadable': 'לא ניתן היה לקרוא את פרטי הפתיחה של הקובץ, והם הושמטו',
  'front-matter-damaged': 'בפרטי הפתיחה של הקובץ יש שגיאות; נלקח מה שניתן לקרוא, וכדאי לבדוק אותו',
  'front-matter-dropped': 'פרטי פתיחה שאין להם מקום ב־Stet הושמטו',
  'link-dropped': 'קישורים לכתובות שאינן אינטרנט, דואר או טלפון הושמטו',
  'link-refused': 'קישורים לכתובות שאינן אינטרנט, דואר או טלפון הושמטו',
  'embed-refused': 'הטמעות שכתובתן אינה כתובת אינטרנט הושמטו; הכותרות שלהן נשמרו',
  'control-characters-dropped': 'תווי בקרה בלתי נראים הושמטו',
  'pictures-left-out': 'תמונות הושמטו; הכיתובים והקרדיטים שלהן נשמרו',
  'marks-dropped': 'הדגשות, נטוי וסימונים אחרים הושמטו; בטקסט פשוט אין כאלה',
  'structure-flattened': 'ציטוטים, ציטוטים מודגשים, תיבות מידע, תיקונים וטבלאות נכתבו כפסקאות רגילות',
  'share-picture-without-address': 'התמונה לשיתוף הושמטה, כי בלי כתובת הפרסום אין לה כתובת אינטרנט מלאה',
  'embargo-without-time': 'האמברגו נוקב ביום בלי שעה; הוא נכתב כתחילת אותו יום לפי UTC',
  'galleries-apart': 'תמונות של גלריות עומדות אחת אחת; שהן שייכות יחד נאמר רק בטקסט',
  'picture-beside-file': 'התמונות מונחות לצד הקובץ, והוא נוקב בשמן במקום בכתובת אינטרנט',
  'related-card-dropped': 'כרטיס של כתבה קשורה שאינה עוד ברשימה הושמט',
  'fields-left-out': 'שדות שאין להם מקום בתבנית הזאת הושמטו',
};

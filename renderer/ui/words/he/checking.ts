import type { CheckingWords, FindingParts, FindingText } from '../en/checking.ts';
import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, two: string, other: string): Forms => ({ one, two, other });
const plain = (what: string, why: string, todo: string): FindingText => ({ what: () => what, why, todo });

/** Words of the checks and the counts. */
export const checking: CheckingWords = {
  findings: {
    'embargo-active': {
      what: ({ until }: FindingParts) => (until === '' ? 'תחת אמברגו' : `תחת אמברגו עד ${until}`),
      why: 'דבר אינו יוצא מהמערכת לפני הזמן, מה שלא יאמר השעון של המחשב הזה.',
      todo: 'הסירו את האמברגו בלוח הכתבה כשאפשר לפרסם.',
    },
    'legal-flag': plain(
      'הדגל המשפטי מורם',
      'מישהו מבקש שעורך דין יקרא את זה קודם.',
      'הורידו את הדגל בלוח הכתבה אחרי האישור.',
    ),
    'alt-missing': plain(
      'לתמונה אין טקסט חלופי',
      'מי שאינו רואה את התמונה אינו שומע עליה דבר.',
      'כתבו בכמה מילים מה רואים בה, או סמנו אותה כקישוט.',
    ),
    'credit-missing': plain('לתמונה אין קרדיט', 'מי שצילם זכאי ששמו ייכתב.', 'כתבו את שם הצלם או הסוכנות מתחת לתמונה.'),
    'tk-left': {
      what: ({ place, count }: FindingParts) =>
        count === '' ? `נשאר TK ${place}` : `נשאר TK ${place}, ${count} פעמים`,
      why: 'TK מסמן משהו שעוד חסר.',
      todo: 'השלימו אותו או מחקו אותו.',
    },
    'headline-missing': plain(
      'עדיין אין כותרת',
      'רשימות, קישורים וכרטיסים מציגים את הכותרת לפני הכול.',
      'כתבו כותרת בראש העמוד.',
    ),
    'body-empty': plain('אין טקסט בכתבה', 'עוד אין מה לקרוא.', 'התחילו לכתוב.'),
    'in-trash': plain('הכתבה בפח', 'מה שבפח לא נועד לצאת.', 'אם בכל זאת, החזירו אותה מהספרייה.'),
    dropped: {
      what: ({ status }: FindingParts) => `הסטטוס הוא ${status}`,
      why: 'כתבה שירדה לא נועדה לצאת.',
      todo: 'שנו את הסטטוס אם היא חוזרת לחיים.',
    },
    'headline-long': {
      what: ({ count, limit }: FindingParts) => `בכותרת ${count} תווים; ${limit} מספיקים`,
      why: 'מעבר לזה היא נחתכת כמעט בכל מקום שבו משתפים אותה.',
      todo: 'קצרו אותה, או כתבו כותרת קצרה לחיפוש ולרשתות בלוח הכתבה.',
    },
    'standfirst-long': {
      what: ({ count, limit }: FindingParts) => `בכותרת המשנה ${count} תווים; ${limit} מספיקים`,
      why: 'היא נחתכת ברשימות ובתצוגות מקדימות, והקוראים מדלגים עליה.',
      todo: 'העבירו לטקסט את מה שאינו נחוץ שם.',
    },
    'over-length': {
      what: ({ count, limit }: FindingParts) => `מספר המילים: ${count}; הוזמנו ${limit}`,
      why: 'ייתכן שלא תיכנס למקום ששמרו לה.',
      todo: 'קצרו, או סכמו על אורך אחר בלוח הכתבה.',
    },
    'heading-empty': plain(
      'כותרת של פרק ריקה',
      'היא משאירה חור בעמוד ובתוכן העניינים.',
      'תנו שם לפרק או מחקו את הכותרת.',
    ),
    'picture-missing': plain('תמונה לא הוכנסה', 'הכיתוב שלה כאן, הקובץ לא.', 'בחרו את התמונה, או מחקו את המקום שלה.'),
    'picture-flag': plain(
      'דגל התמונות מורם',
      'מישהו מבקש שיסתכלו על התמונות.',
      'הורידו את הדגל בלוח הכתבה אחרי שהסתכלו.',
    ),
    'related-card-lost': plain(
      'כרטיס קשור אינו מוביל לשום מקום',
      'הכתבה שהציג כבר אינה ברשימת הקשורות.',
      'הוסיפו אותה שוב לרשימה, או מחקו את הכרטיס.',
    ),
    'quotes-unbalanced': {
      what: ({ word }: FindingParts) => `מירכאה בלי בת זוג: ${word}`,
      why: 'הקורא אינו יודע היכן הדובר מסיים ואתם ממשיכים.',
      todo: 'סגרו את הציטוט או פתחו אותו.',
    },
    'doubled-word': {
      what: ({ word }: FindingParts) => `המילה “${word}” כתובה פעמיים`,
      why: 'העין מדלגת עליה, ולכן היא נשארת אם אף אחד לא שואל.',
      todo: 'מחקו אחת מהן, אלא אם התכוונתם לכך.',
    },
    'sentence-long': {
      what: ({ count, limit }: FindingParts) => `משפט בן ${count} מילים; המערכת מבקשת ${limit} לכל היותר`,
      why: 'הקורא מאבד את החוט לפני הנקודה.',
      todo: 'חלקו אותו לשניים.',
    },
    'link-insecure': {
      what: ({ word }: FindingParts) => `קישור בלי https: ‏${word}`,
      why: 'כל מי שבדרך יכול לקרוא ולשנות את מה שדף כזה מציג.',
      todo: 'השתמשו בכתובת https; כמעט לכל אתר יש. פתחו אותה פעם אחת כדי להיות בטוחים.',
    },
    'number-style': {
      what: ({ word, instead }: FindingParts) => `המערכת כותבת ${instead}, לא ${word}`,
      why: 'מספרים ארוכים קוראים בקבוצות של שלוש ספרות.',
      todo: 'הפרידו את האלפים, אלא אם זה קוד או שנה.',
    },
    'house-rule': {
      what: ({ word, instead }: FindingParts) =>
        instead === '' ? `כלל של המערכת: ${word}` : `המערכת כותבת “${instead}”, לא “${word}”`,
      why: 'כלל של המערכת.',
      todo: 'כתבו כמו שהמערכת כותבת, אלא אם יש סיבה.',
    },
  },

  places: {
    headline: 'בכותרת',
    standfirst: 'בכותרת המשנה',
    paragraph: 'בפסקה',
    heading: 'בכותרת של פרק',
    quote: 'בציטוט',
    correction: 'בתיקון',
    picture: 'ליד תמונה',
    table: 'בטבלה',
    embed: 'בהטמעה',
    related: 'בכתבה קשורה',
    byline: 'בשם הכותב',
    field: 'בלוח הכתבה',
  },

  hints: 'אולי בכוונה',
  goThere: 'לעבור לשם',
  replaceWith: (text: string) => `לכתוב “${isolate(text)}”`,
  takeOut: 'למחוק אחת',
  useHttps: 'לעבור ל־https',
  correct: 'נכון כך',
  correctHint: 'מסמן את הקטע CQ: אף בדיקה לא תשאל שוב. אפשר לבטל.',
  decorative: 'היא לקישוט',
  changedMeanwhile: 'הטקסט השתנה בינתיים; דבר לא נעשה.',
  more: forms('ועוד {n}', 'ועוד {n}', 'ועוד {n}'),
  marked: (what: string, more: string) => (more === '' ? what : `${what}, ${more}`),

  rulesOn: forms('כלל אחד של המערכת פעיל', 'שני כללים של המערכת פעילים', '{n} כללים של המערכת פעילים'),
  rulesFrom: {
    library: 'נקראו מהקובץ של הספרייה הזאת:',
    desk: 'נקראו מהקובץ של הדסק, שתקף לכל מי שעליו:',
    stet: 'אלה הכללים ש־Stet מביאה. צרו מהם קובץ כדי לכתוב כללים משלכם:',
  },
  rulesMake: 'ליצור את הקובץ',
  rulesMade: 'הקובץ נוצר. מה שתשמרו בו תקף מיד.',
  rulesNotMade: 'לא ניתן היה ליצור את הקובץ בתיקיית הספרייה.',
  line: (line: string) => `שורה ${line}`,
  wholeFile: 'הקובץ',
  problems: {
    unreadable: 'לא ניתן לקריאה, ולכן תקפים הכללים של Stet.',
    'too-large': 'גדול מ־256 KB, ולכן תקפים הכללים של Stet.',
    'too-many': 'יש יותר מדי ערכים; השאר אינו נקרא.',
    'not-understood': 'אינו כתוב כ־YAML. בדקו את המירכאות ואת הרווחים.',
    'unknown-name': 'אינו שם ש־Stet מכירה.',
    'wrong-value': 'יש כאן ערך שאי אפשר להתכוון אליו.',
    'pattern-broken': 'התבנית אינה ביטוי רגולרי, או מוצאת הכול.',
    'pattern-slow': 'התבנית עלולה להימשך לנצח. כתבו אותה בלי חזרה בתוך חזרה.',
  },

  nextFinding: 'הממצא הבא',
  previousFinding: 'הממצא הקודם',
  runChecks: 'להריץ את הבדיקות',
  showCounts: 'להציג ספירה',

  counts: 'ספירה',
  countsHint: 'מילים, תווים ואורכים',
  part: 'חלק',
  wordsColumn: 'מילים',
  charactersColumn: 'תווים',
  withoutSpaces: 'בלי רווחים',
  readingColumn: 'קריאה',
  minutes: forms('דקה', '2 דק׳', '{n} דק׳'),
  underMinute: 'פחות מדקה',
  selection: 'הבחירה',
  commissioned: (written: string, ordered: string) => `${written} מתוך ${ordered} מילים שהוזמנו`,
  stillFree: forms('נותרה מילה אחת', 'נותרו שתי מילים', 'נותרו {n} מילים'),
  lengths: 'הכותרת, מקום אחר מקום',
  print: 'דפוס',
  descriptions: 'התיאור, מקום אחר מקום',
  fits: (count: string, limit: string) => `${count} מתוך ${limit}`,
  tooLongFor: (places) => `ארוך מדי בשביל ${places}`,
  placeAndLength: (place, length) => `${isolate(place)} (${length})`,
  isCut: (limit: string) => `נחתכת אחרי ${limit}`,
};

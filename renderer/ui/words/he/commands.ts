import type { CommandsWords } from '../en/commands.ts';

/** Words of the commands, the palette and the menus of the text. */
export const commands: CommandsWords = {
  groups: {
    text: 'מילים',
    block: 'סוג הפסקה',
    insert: 'הוספה',
    move: 'פסקאות',
    tools: 'בדיקה וחיפוש',
    edit: 'עריכה',
    story: 'כתבות',
    view: 'מה מוצג',
    stet: 'היישום',
  },

  cq: 'נבדק (CQ)',
  cqHint: 'נכון כפי שהוא; אין לתקן שוב',
  clearMarks: 'הסרת העיצוב',
  tk: 'TK עם הערה',
  tkHint: 'אומר מה עוד חסר',
  nextTk: 'ה־TK הבא',
  previousTk: 'ה־TK הקודם',
  goToToolbar: 'מעבר לסרגל העיצוב',
  moveBlockUp: 'הזזת הפסקה למעלה',
  moveBlockDown: 'הזזת הפסקה למטה',
  duplicateBlock: 'שכפול הפסקה',
  removeBlock: 'הסרת הפסקה',

  storyPanel: 'פרטי הכתבה',
  relatedPanel: 'כתבות קשורות',
  checksPanel: 'בדיקות',

  palette: 'כל הפקודות',
  palettePlaceholder: 'מה תרצו לעשות?',
  paletteEmpty: 'אין פקודה או כתבה בשם הזה',
  recent: 'לאחרונה',
  stories: 'כתבות',
  found: { one: 'תוצאה אחת', two: 'שתי תוצאות', other: '{n} תוצאות' },

  slash: 'הוספה או שינוי',
  mention: 'הוספת כתבה קשורה',
  selection: 'המילים שנבחרו',
  grip: 'גררו כדי להזיז את הפסקה, לחצו לאפשרויות נוספות',
  blockMenu: 'הפסקה הזאת',
};

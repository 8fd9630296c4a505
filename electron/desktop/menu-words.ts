import type { InterfaceLanguage } from '#shared/contract/settings.ts';

/** The words of the native menu. Standard items (Cut, Copy, Quit …) are the system's own where it has words for them. */
export interface MenuWords {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly window: string;
  readonly newStory: string;
  readonly importFiles: string;
  readonly exportStory: string;
  readonly share: string;
  readonly library: string;
  readonly desk: string;
  readonly settings: string;
  readonly undo: string;
  readonly redo: string;
}

const EN: MenuWords = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  window: '&Window',
  newStory: 'New Story',
  importFiles: 'Import…',
  exportStory: 'Export…',
  share: 'Share View',
  library: 'Library',
  desk: 'Desk',
  settings: 'Settings…',
  undo: 'Undo',
  redo: 'Redo',
};

const WORDS: Readonly<Record<InterfaceLanguage, MenuWords>> = {
  en: EN,
  'en-US': EN,
  he: {
    file: 'קובץ',
    edit: 'עריכה',
    view: 'תצוגה',
    window: 'חלון',
    newStory: 'כתבה חדשה',
    importFiles: 'ייבוא…',
    exportStory: 'ייצוא…',
    share: 'תצוגת שיתוף',
    library: 'ספרייה',
    desk: 'דסק',
    settings: 'הגדרות…',
    undo: 'ביטול פעולה',
    redo: 'ביצוע מחדש',
  },
  ar: {
    file: 'ملف',
    edit: 'تحرير',
    view: 'عرض',
    window: 'نافذة',
    newStory: 'قصة جديدة',
    importFiles: 'استيراد…',
    exportStory: 'تصدير…',
    share: 'عرض المشاركة',
    library: 'المكتبة',
    desk: 'مكتب التحرير',
    settings: 'الإعدادات…',
    undo: 'تراجع',
    redo: 'إعادة',
  },
  fa: {
    file: 'پرونده',
    edit: 'ویرایش',
    view: 'نما',
    window: 'پنجره',
    newStory: 'گزارش تازه',
    importFiles: 'درون‌برد…',
    exportStory: 'برون‌برد…',
    share: 'نمای هم‌رسانی',
    library: 'کتابخانه',
    desk: 'میز تحریر',
    settings: 'تنظیمات…',
    undo: 'واگرد',
    redo: 'انجام دوباره',
  },
};

export function menuWords(language: InterfaceLanguage): MenuWords {
  return WORDS[language];
}

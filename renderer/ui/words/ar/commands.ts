import type { CommandsWords } from '../en/commands.ts';

/** Words of the commands, the palette and the menus of the text. */
export const commands: CommandsWords = {
  groups: {
    text: 'الكلمات',
    block: 'نوع الفقرة',
    insert: 'إدراج',
    move: 'الفقرات',
    tools: 'التدقيق والبحث',
    edit: 'التحرير',
    story: 'المقالات',
    view: 'ما يظهر',
    stet: 'التطبيق',
  },

  cq: 'تم التحقق (CQ)',
  cqHint: 'صحيح كما هو؛ لا يُصحَّح مرة أخرى',
  clearMarks: 'إزالة التنسيق',
  tk: 'TK مع ملاحظة',
  tkHint: 'يقول ما الذي لم يصل بعد',
  nextTk: 'علامة TK التالية',
  previousTk: 'علامة TK السابقة',
  goToToolbar: 'الانتقال إلى شريط التنسيق',
  moveBlockUp: 'نقل الفقرة إلى أعلى',
  moveBlockDown: 'نقل الفقرة إلى أسفل',
  duplicateBlock: 'تكرار الفقرة',
  removeBlock: 'إزالة الفقرة',

  storyPanel: 'تفاصيل المقال',
  relatedPanel: 'المقالات ذات الصلة',
  checksPanel: 'الفحوص',

  palette: 'كل الأوامر',
  palettePlaceholder: 'ماذا تريد أن تفعل؟',
  paletteEmpty: 'لا يوجد أمر أو مقال بهذا الاسم',
  recent: 'الأخيرة',
  stories: 'المقالات',
  found: {
    zero: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    few: '{n} نتائج',
    many: '{n} نتيجة',
    other: '{n} نتيجة',
  },

  slash: 'إدراج أو تغيير',
  mention: 'إضافة مقال ذي صلة',
  selection: 'الكلمات المحددة',
  grip: 'اسحب لنقل الفقرة، أو اضغط للمزيد',
  blockMenu: 'هذه الفقرة',
};

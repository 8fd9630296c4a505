import type { CommandsWords } from '../en/commands.ts';

/** Words of the commands, the palette and the menus of the text. */
export const commands: CommandsWords = {
  groups: {
    text: 'واژه‌ها',
    block: 'نوع بند',
    insert: 'افزودن',
    move: 'بندها',
    tools: 'بررسی و جست‌وجو',
    edit: 'ویرایش',
    story: 'گزارش‌ها',
    view: 'آنچه دیده می‌شود',
    stet: 'برنامه',
  },

  cq: 'بررسی‌شده (CQ)',
  cqHint: 'همین‌گونه درست است؛ کسی دوباره اصلاحش نکند',
  clearMarks: 'برداشتن قالب‌بندی',
  tk: 'TK با یادداشت',
  tkHint: 'می‌گوید چه چیزی هنوز باید برسد',
  nextTk: 'TK بعدی',
  previousTk: 'TK قبلی',
  goToToolbar: 'رفتن به نوار قالب‌بندی',
  moveBlockUp: 'بردن بند به بالا',
  moveBlockDown: 'بردن بند به پایین',
  duplicateBlock: 'تکرار بند',
  removeBlock: 'برداشتن بند',

  storyPanel: 'جزئیات گزارش',
  relatedPanel: 'گزارش‌های مرتبط',
  checksPanel: 'بررسی‌ها',

  palette: 'همهٔ فرمان‌ها',
  palettePlaceholder: 'می‌خواهید چه کنید؟',
  paletteEmpty: 'نه فرمانی به این نام هست و نه گزارشی',
  recent: 'تازه‌ها',
  stories: 'گزارش‌ها',
  found: { other: '{n} نتیجه' },

  slash: 'افزودن یا تغییر',
  mention: 'افزودن گزارش مرتبط',
  selection: 'واژه‌های انتخاب‌شده',
  grip: 'برای جابه‌جایی بند بکشید، یا برای گزینه‌های بیشتر فشار دهید',
  blockMenu: 'این بند',
};

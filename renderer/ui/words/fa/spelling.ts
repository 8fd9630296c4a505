import type { SpellingWords } from '../en/spelling.ts';
import { isolate } from '../isolate.ts';

/** Words of spelling and languages. */
export const spelling: SpellingWords = {
  suggestionsFor: (word) => `املای «${isolate(word)}»`,
  looking: 'در جست‌وجوی پیشنهادها…',
  noSuggestions: 'پیشنهادی نیست',
  addPersonal: 'افزودن به واژه‌نامهٔ من',
  addHouse: 'افزودن به واژه‌نامهٔ تحریریه',
  ignore: 'نادیده گرفتن در این مقاله',
  languageOfWord: 'زبان این واژه',
  passageLanguage: 'زبان این بخش',
  blockLanguage: 'زبان این پاراگراف',
  asArticle: (language) => `مانند مقاله (${isolate(language)})`,
  next: 'واژهٔ ناشناختهٔ بعدی',
  previous: 'واژهٔ ناشناختهٔ قبلی',
  suggest: 'پیشنهادهای املایی',
  none: 'در این مقاله واژهٔ ناشناخته‌ای نیست',
  notHere: 'واژهٔ کنار نشانگر ناشناخته نیست',
  unavailable: 'یکی از واژه‌نامه‌ها خوانده نشد، پس برخی واژه‌ها بررسی نمی‌شوند.',
  found: (word) => `واژهٔ ناشناخته: ${isolate(word)}`,
  replaced: (word, right) => `${isolate(right)} به جای ${isolate(word)} نشست`,
  addedPersonal: (word) => `«${isolate(word)}» به واژه‌نامهٔ شما افزوده شد`,
  addedHouse: (word) => `«${isolate(word)}» به واژه‌نامهٔ تحریریه افزوده شد`,
  ignored: (word) => `«${isolate(word)}» در این مقاله نادیده گرفته می‌شود`,

  title: 'املا',
  check: 'بررسی املا هنگام نوشتن',
  also: 'زبان‌های دیگر در مقاله‌های من',
  alsoHint: 'هر مقاله به زبان خودش بررسی می‌شود. واژه‌های زبان‌هایی که اینجا نشان شده‌اند نیز در آن درست‌اند.',
  myDictionary: 'واژه‌نامهٔ من',
  addWord: 'افزودن واژه',
  noWord: 'در واژه فاصله نیست و حداکثر ۸۰ حرف دارد.',
  removeWord: 'حذف',
  houseHint: 'واژه‌نامهٔ تحریریه پروندهٔ stet-dictionary.txt در پوشهٔ کتابخانه است، هر سطر یک واژه.',
};

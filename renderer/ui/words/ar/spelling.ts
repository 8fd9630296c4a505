import type { SpellingWords } from '../en/spelling.ts';
import { isolate } from '../isolate.ts';

/** Words of spelling and languages. */
export const spelling: SpellingWords = {
  suggestionsFor: (word) => `إملاء «${isolate(word)}»`,
  looking: 'جارٍ البحث عن اقتراحات…',
  noSuggestions: 'لا اقتراحات',
  addPersonal: 'إضافة إلى قاموسي',
  addHouse: 'إضافة إلى قاموس التحرير',
  ignore: 'تجاهل في هذا المقال',
  languageOfWord: 'لغة هذه الكلمة',
  passageLanguage: 'لغة المقطع',
  blockLanguage: 'لغة الفقرة',
  asArticle: (language) => `كلغة المقال (${isolate(language)})`,
  next: 'الكلمة المجهولة التالية',
  previous: 'الكلمة المجهولة السابقة',
  suggest: 'اقتراحات الإملاء',
  none: 'لا كلمات مجهولة في هذا المقال',
  notHere: 'الكلمة عند المؤشر ليست كلمة مجهولة',
  unavailable: 'تعذّرت قراءة أحد القواميس، فلا تُدقَّق بعض الكلمات.',
  found: (word) => `كلمة مجهولة: ${isolate(word)}`,
  replaced: (word, right) => `استُبدلت ${isolate(right)} بـ ${isolate(word)}`,
  addedPersonal: (word) => `أُضيفت «${isolate(word)}» إلى قاموسك`,
  addedHouse: (word) => `أُضيفت «${isolate(word)}» إلى قاموس التحرير`,
  ignored: (word) => `تُتجاهل «${isolate(word)}» في هذا المقال`,

  title: 'الإملاء',
  check: 'تدقيق الإملاء أثناء الكتابة',
  also: 'لغات أخرى في مقالاتي',
  alsoHint: 'يُدقَّق المقال بلغته، وتُقبل فيه أيضًا كلمات اللغات المحددة هنا.',
  myDictionary: 'قاموسي',
  addWord: 'إضافة كلمة',
  noWord: 'لا فراغ في الكلمة، ولا تزيد حروفها على 80.',
  removeWord: 'إزالة',
  houseHint: 'قاموس التحرير هو الملف stet-dictionary.txt في مجلد المكتبة، كلمة في كل سطر.',
};

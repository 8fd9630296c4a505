import type { CheckingWords, FindingParts, FindingText } from '../en/checking.ts';
import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, two: string, few: string, many: string, other: string): Forms => ({
  one,
  two,
  few,
  many,
  other,
});
const plain = (what: string, why: string, todo: string): FindingText => ({ what: () => what, why, todo });

/** Words of the checks and the counts. */
export const checking: CheckingWords = {
  findings: {
    'embargo-active': {
      what: ({ until }: FindingParts) => (until === '' ? 'تحت الحظر' : `تحت الحظر حتى ${until}`),
      why: 'لا يخرج شيء من الدار قبل موعده، مهما قالت ساعة هذا الجهاز.',
      todo: 'ارفع الحظر من لوحة المادة حين يجوز النشر.',
    },
    'legal-flag': plain(
      'الراية القانونية مرفوعة',
      'هناك من يريد أن يقرأها محامٍ أولًا.',
      'أنزل الراية من لوحة المادة بعد الموافقة.',
    ),
    'alt-missing': plain(
      'صورة بلا نص بديل',
      'من لا يرى الصورة لا يعرف عنها شيئًا.',
      'قل في كلمات ماذا تُظهر، أو علّم أنها للزينة.',
    ),
    'credit-missing': plain('صورة بلا نسبة', 'من حق المصوّر أن يُذكر اسمه.', 'اكتب اسم المصوّر أو الوكالة تحت الصورة.'),
    'tk-left': {
      what: ({ place, count }: FindingParts) =>
        count === '' ? `بقي TK ${place}` : `بقي TK ${place}، عدد المرات: ${count}`,
      why: 'TK مكان شيء لم يأتِ بعد.',
      todo: 'أكمله أو احذفه.',
    },
    'headline-missing': plain(
      'لا عنوان بعد',
      'القوائم والروابط والبطاقات تعرض العنوان قبل كل شيء.',
      'اكتب عنوانًا في أعلى الصفحة.',
    ),
    'body-empty': plain('المقال بلا نص', 'لا شيء يُقرأ بعد.', 'ابدأ الكتابة.'),
    'in-trash': plain('المقال في المهملات', 'ما في المهملات لا يُراد نشره.', 'أعده من المكتبة إن كان يُراد.'),
    dropped: {
      what: ({ status }: FindingParts) => `الحالة: ${status}`,
      why: 'المقال الذي أُسقط لا يُراد نشره.',
      todo: 'غيّر الحالة إن عاد إلى الحياة.',
    },
    'headline-long': {
      what: ({ count, limit }: FindingParts) => `طول العنوان ${count} من الأحرف، ويكفي ${limit}`,
      why: 'ما زاد على ذلك يُقطع في معظم أماكن المشاركة.',
      todo: 'قصّره، أو اكتب عنوانًا قصيرًا للبحث والشبكات في لوحة المادة.',
    },
    'standfirst-long': {
      what: ({ count, limit }: FindingParts) => `طول المقدمة ${count} من الأحرف، ويكفي ${limit}`,
      why: 'تُقطع في القوائم والمعاينات ويتخطاها القراء.',
      todo: 'انقل ما لا حاجة إليه إلى النص.',
    },
    'over-length': {
      what: ({ count, limit }: FindingParts) => `عدد الكلمات ${count} والمطلوب ${limit}`,
      why: 'قد لا يتسع له المكان المخصص.',
      todo: 'اختصر، أو اتفق على طول آخر في لوحة المادة.',
    },
    'heading-empty': plain('عنوان قسم فارغ', 'يترك فراغًا في الصفحة وفي المخطط.', 'سمِّ القسم أو احذف العنوان.'),
    'picture-missing': plain('صورة لم توضع', 'تعليقها هنا وملفها ليس هنا.', 'اختر الصورة، أو احذف المكان المخصص لها.'),
    'picture-flag': plain(
      'راية الصور مرفوعة',
      'هناك من يريد النظر في الصور.',
      'أنزل الراية من لوحة المادة بعد النظر فيها.',
    ),
    'related-card-lost': plain(
      'بطاقة صلة لا تؤدي إلى شيء',
      'المقال الذي كانت تعرضه لم يعد في قائمة الصلات.',
      'أضفه إلى القائمة من جديد، أو احذف البطاقة.',
    ),
    'quotes-unbalanced': {
      what: ({ word }: FindingParts) => `علامة تنصيص بلا قرينتها: ${word}`,
      why: 'لا يعرف القارئ أين ينتهي كلام المتحدث ويبدأ كلامك.',
      todo: 'أغلق الاقتباس أو افتحه.',
    },
    'doubled-word': {
      what: ({ word }: FindingParts) => `الكلمة «${word}» مكررة`,
      why: 'تتخطاها العين فتبقى إن لم يسأل أحد.',
      todo: 'احذف إحداهما، إلا إذا كان التكرار مقصودًا.',
    },
    'sentence-long': {
      what: ({ count, limit }: FindingParts) => `كلمات الجملة: ${count}، والدار تريد ${limit} على الأكثر`,
      why: 'يضيع الخيط من القارئ قبل النقطة.',
      todo: 'اجعلها جملتين.',
    },
    'link-insecure': {
      what: ({ word }: FindingParts) => `رابط بلا https: ‏${word}`,
      why: 'كل من في الطريق يستطيع أن يقرأ ما تعرضه صفحة كهذه ويغيّره.',
      todo: 'استعمل عنوان https، فلكل موقع تقريبًا واحد. افتحه مرة لتتأكد.',
    },
    'number-style': {
      what: ({ word, instead }: FindingParts) => `تكتب الدار ${instead} لا ${word}`,
      why: 'تُقرأ الأرقام الطويلة ثلاثةً ثلاثة.',
      todo: 'افصل الآلاف، إلا إذا كان رمزًا أو سنة.',
    },
    'house-rule': {
      what: ({ word, instead }: FindingParts) =>
        instead === '' ? `قاعدة من قواعد الدار: ${word}` : `تكتب الدار «${instead}» لا «${word}»`,
      why: 'قاعدة من قواعد الدار.',
      todo: 'اكتبها كما تكتبها الدار، ما لم يكن هناك سبب.',
    },
  },

  places: {
    headline: 'في العنوان',
    standfirst: 'في المقدمة',
    paragraph: 'في فقرة',
    heading: 'في عنوان قسم',
    quote: 'في اقتباس',
    correction: 'في تصحيح',
    picture: 'مع صورة',
    table: 'في جدول',
    embed: 'في مادة مضمّنة',
    related: 'في مقال ذي صلة',
    byline: 'في اسم الكاتب',
    field: 'في لوحة المادة',
  },

  hints: 'ربما كان مقصودًا',
  goThere: 'اذهب إلى هناك',
  replaceWith: (text: string) => `اكتب «${isolate(text)}»`,
  takeOut: 'احذف إحداهما',
  useHttps: 'استعمل https',
  correct: 'صحيح كما هو',
  correctHint: 'يضع على المقطع علامة CQ فلا يسأل عنه فحص بعد ذلك. ويمكن التراجع.',
  decorative: 'هي للزينة',
  changedMeanwhile: 'تغيّر النص في هذه الأثناء فلم يُفعل شيء.',
  more: forms('و{n} أخرى', 'و{n} أخريان', 'و{n} أخرى', 'و{n} أخرى', 'و{n} أخرى'),
  marked: (what: string, more: string) => (more === '' ? what : `${what}، ${more}`),

  rulesOn: forms(
    'قاعدة واحدة من قواعد الدار مفعّلة',
    'قاعدتان من قواعد الدار مفعّلتان',
    '{n} قواعد من قواعد الدار مفعّلة',
    '{n} قاعدة من قواعد الدار مفعّلة',
    '{n} قاعدة من قواعد الدار مفعّلة',
  ),
  rulesFrom: {
    library: 'مقروءة من ملف هذه المكتبة:',
    desk: 'مقروءة من ملف الديسك، وهو يسري على كل من فيه:',
    stet: 'هذه هي القواعد التي يأتي بها Stet. اجعلها ملفًا لتكتب قواعدك:',
  },
  rulesMake: 'أنشئ الملف',
  rulesMade: 'أُنشئ الملف. ما تحفظه فيه يسري فورًا.',
  rulesNotMade: 'تعذّر إنشاء الملف في مجلد المكتبة.',
  line: (line: string) => `السطر ${line}`,
  wholeFile: 'الملف',
  problems: {
    unreadable: 'لا يمكن قراءته، ولذلك تسري قواعد Stet.',
    'too-large': 'أكبر من 256 KB، ولذلك تسري قواعد Stet.',
    'too-many': 'المداخل كثيرة جدًا، والبقية لا تُقرأ.',
    'not-understood': 'ليس مكتوبًا بصيغة YAML. انظر إلى علامات التنصيص والمسافات.',
    'unknown-name': 'ليس اسمًا يعرفه Stet.',
    'wrong-value': 'فيه قيمة لا يمكن أن تكون مقصودة.',
    'pattern-broken': 'النمط ليس تعبيرًا نمطيًا، أو يجد كل شيء.',
    'pattern-slow': 'قد لا ينتهي النمط أبدًا. اكتبه بلا تكرار داخل تكرار.',
  },

  nextFinding: 'الملاحظة التالية',
  previousFinding: 'الملاحظة السابقة',
  runChecks: 'شغّل الفحوص',
  showCounts: 'أظهر العدّ',

  counts: 'العدّ',
  countsHint: 'الكلمات والأحرف والأطوال',
  part: 'الجزء',
  wordsColumn: 'الكلمات',
  charactersColumn: 'الأحرف',
  withoutSpaces: 'بلا مسافات',
  readingColumn: 'القراءة',
  minutes: forms('دقيقة', 'دقيقتان', '{n} دقائق', '{n} دقيقة', '{n} دقيقة'),
  underMinute: 'أقل من دقيقة',
  selection: 'التحديد',
  commissioned: (written: string, ordered: string) => `${written} من ${ordered} من الكلمات المطلوبة`,
  stillFree: forms('بقيت كلمة', 'بقيت كلمتان', 'بقيت {n} كلمات', 'بقيت {n} كلمة', 'بقيت {n} كلمة'),
  lengths: 'العنوان، مكانًا مكانًا',
  print: 'الطباعة',
  descriptions: 'الوصف، مكانًا مكانًا',
  fits: (count: string, limit: string) => `${count} من ${limit}`,
  tooLongFor: (places) => `أطول مما يظهر في ${places}`,
  placeAndLength: (place, length) => `${isolate(place)} (${length})`,
  isCut: (limit: string) => `يُقطع بعد ${limit}`,
};

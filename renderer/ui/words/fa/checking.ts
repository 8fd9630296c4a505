import type { CheckingWords, FindingParts, FindingText } from '../en/checking.ts';
import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (other: string): Forms => ({ other });
const plain = (what: string, why: string, todo: string): FindingText => ({ what: () => what, why, todo });

/** Words of the checks and the counts. */
export const checking: CheckingWords = {
  findings: {
    'embargo-active': {
      what: ({ until }: FindingParts) => (until === '' ? 'در ممنوعیت انتشار' : `در ممنوعیت انتشار تا ${until}`),
      why: 'هیچ‌چیز پیش از موعد از تحریریه بیرون نمی‌رود، ساعت این دستگاه هرچه بگوید.',
      todo: 'وقتی انتشار آزاد شد، ممنوعیت را در پنل مطلب بردارید.',
    },
    'legal-flag': plain(
      'پرچم حقوقی بالا است',
      'کسی می‌خواهد اول یک وکیل این را بخواند.',
      'پس از تأیید، پرچم را در پنل مطلب پایین بیاورید.',
    ),
    'alt-missing': plain(
      'یک تصویر متن جایگزین ندارد',
      'به کسی که تصویر را نمی‌بیند چیزی از آن گفته نمی‌شود.',
      'در چند واژه بگویید چه نشان می‌دهد، یا آن را تزئینی بدانید.',
    ),
    'credit-missing': plain(
      'یک تصویر نام پدیدآور ندارد',
      'عکاس حق دارد نامش بیاید.',
      'نام عکاس یا خبرگزاری را زیر تصویر بنویسید.',
    ),
    'tk-left': {
      what: ({ place, count }: FindingParts) =>
        count === '' ? `یک TK ${place} مانده است` : `${count} بار TK ${place} مانده است`,
      why: 'TK جای چیزی است که هنوز نیامده.',
      todo: 'کاملش کنید یا برش دارید.',
    },
    'headline-missing': plain(
      'هنوز تیتر ندارد',
      'فهرست‌ها، پیوندها و کارت‌ها پیش از هر چیز تیتر را نشان می‌دهند.',
      'در بالای صفحه تیتری بنویسید.',
    ),
    'body-empty': plain('مقاله متنی ندارد', 'هنوز چیزی برای خواندن نیست.', 'نوشتن را آغاز کنید.'),
    'in-trash': plain(
      'این گزارش در سطل زباله است',
      'آنچه در سطل است برای انتشار نیست.',
      'اگر هست، آن را از کتابخانه برگردانید.',
    ),
    dropped: {
      what: ({ status }: FindingParts) => `وضعیت: ${status}`,
      why: 'گزارشی که کنار گذاشته شده برای انتشار نیست.',
      todo: 'اگر دوباره زنده است وضعیت را عوض کنید.',
    },
    'headline-long': {
      what: ({ count, limit }: FindingParts) => `تیتر ${count} نویسه دارد؛ ${limit} بس است`,
      why: 'بیش از آن تقریباً هرجا هم‌رسانی شود بریده می‌شود.',
      todo: 'کوتاهش کنید، یا در پنل مطلب تیتر کوتاهی برای جست‌وجو و شبکه‌ها بنویسید.',
    },
    'standfirst-long': {
      what: ({ count, limit }: FindingParts) => `لید ${count} نویسه دارد؛ ${limit} بس است`,
      why: 'در فهرست‌ها و پیش‌نمایش‌ها بریده می‌شود و خواننده از آن می‌گذرد.',
      todo: 'آنچه لازم نیست به متن ببرید.',
    },
    'over-length': {
      what: ({ count, limit }: FindingParts) => `${count} واژه؛ ${limit} واژه سفارش شده بود`,
      why: 'شاید در جایی که برایش گذاشته‌اند جا نشود.',
      todo: 'کوتاه کنید، یا در پنل مطلب بر اندازهٔ دیگری توافق کنید.',
    },
    'heading-empty': plain(
      'یک عنوان بخش خالی است',
      'در صفحه و در طرح کلی جای خالی می‌گذارد.',
      'نامی به بخش بدهید یا عنوان را بردارید.',
    ),
    'picture-missing': plain(
      'تصویری گذاشته نشده است',
      'شرحش هست و پرونده‌اش نیست.',
      'تصویر را برگزینید، یا جایش را بردارید.',
    ),
    'picture-flag': plain(
      'پرچم تصویر بالا است',
      'کسی می‌خواهد تصویرها دیده شوند.',
      'پس از دیدن، پرچم را در پنل مطلب پایین بیاورید.',
    ),
    'related-card-lost': plain(
      'یک کارت مرتبط به جایی نمی‌رسد',
      'مقاله‌ای که نشان می‌داد دیگر در فهرست مرتبط‌ها نیست.',
      'دوباره به فهرست بیفزایید، یا کارت را بردارید.',
    ),
    'quotes-unbalanced': {
      what: ({ word }: FindingParts) => `نشانهٔ نقل قول بدون جفت: ${word}`,
      why: 'خواننده نمی‌داند گوینده کجا تمام می‌کند و شما ادامه می‌دهید.',
      todo: 'نقل قول را ببندید یا باز کنید.',
    },
    'doubled-word': {
      what: ({ word }: FindingParts) => `«${word}» دو بار آمده است`,
      why: 'چشم از آن می‌گذرد، پس اگر کسی نپرسد می‌ماند.',
      todo: 'یکی را بردارید، مگر عمدی باشد.',
    },
    'sentence-long': {
      what: ({ count, limit }: FindingParts) => `جمله‌ای با ${count} واژه؛ تحریریه حداکثر ${limit} می‌خواهد`,
      why: 'خواننده پیش از نقطه رشته را گم می‌کند.',
      todo: 'آن را دو جمله کنید.',
    },
    'link-insecure': {
      what: ({ word }: FindingParts) => `پیوندی بدون https: ‏${word}`,
      why: 'هر که در راه است می‌تواند آنچه چنین صفحه‌ای نشان می‌دهد بخواند و عوض کند.',
      todo: 'نشانی https را به کار ببرید؛ کمابیش هر سایتی دارد. یک بار بازش کنید تا مطمئن شوید.',
    },
    'number-style': {
      what: ({ word, instead }: FindingParts) => `تحریریه می‌نویسد ${instead}، نه ${word}`,
      why: 'عددهای بلند را سه‌رقم سه‌رقم می‌خوانند.',
      todo: 'هزارگان را جدا کنید، مگر کد یا سال باشد.',
    },
    'house-rule': {
      what: ({ word, instead }: FindingParts) =>
        instead === '' ? `قاعدهٔ تحریریه: ${word}` : `تحریریه می‌نویسد «${instead}»، نه «${word}»`,
      why: 'قاعدهٔ تحریریه است.',
      todo: 'مانند تحریریه بنویسید، مگر دلیلی باشد.',
    },
  },

  places: {
    headline: 'در تیتر',
    standfirst: 'در لید',
    paragraph: 'در یک بند',
    heading: 'در عنوان یک بخش',
    quote: 'در یک نقل قول',
    correction: 'در یک تصحیح',
    picture: 'کنار یک تصویر',
    table: 'در یک جدول',
    embed: 'در یک محتوای جاسازی‌شده',
    related: 'در یک مقالهٔ مرتبط',
    byline: 'در نام نویسنده',
    field: 'در پنل مطلب',
  },

  hints: 'شاید عمدی است',
  goThere: 'برو آنجا',
  replaceWith: (text: string) => `بنویس «${isolate(text)}»`,
  takeOut: 'یکی را بردار',
  useHttps: 'https کن',
  correct: 'همین درست است',
  correctHint: 'قطعه را CQ می‌کند: دیگر هیچ بررسی‌ای نمی‌پرسد. می‌شود برگرداند.',
  decorative: 'تزئینی است',
  changedMeanwhile: 'متن در این میان عوض شده است؛ کاری نشد.',
  more: forms('و {n} تای دیگر'),
  marked: (what: string, more: string) => (more === '' ? what : `${what}، ${more}`),

  rulesOn: forms('{n} قاعدهٔ تحریریه روشن است'),
  rulesFrom: {
    library: 'از پروندهٔ همین کتابخانه خوانده شده:',
    desk: 'از پروندهٔ میز خوانده شده و برای همهٔ اعضای آن است:',
    stet: 'این‌ها قاعده‌هایی است که Stet با خود می‌آورد. از آن‌ها پرونده‌ای بسازید تا قاعده‌های خودتان را بنویسید:',
  },
  rulesMake: 'پرونده را بساز',
  rulesMade: 'پرونده ساخته شد. هرچه در آن ذخیره کنید بی‌درنگ به کار می‌رود.',
  rulesNotMade: 'ساختن پرونده در پوشهٔ کتابخانه ممکن نشد.',
  line: (line: string) => `سطر ${line}`,
  wholeFile: 'پرونده',
  problems: {
    unreadable: 'خوانده نمی‌شود، پس قاعده‌های Stet به کار می‌رود.',
    'too-large': 'بزرگ‌تر از ۲۵۶ کیلوبایت است، پس قاعده‌های Stet به کار می‌رود.',
    'too-many': 'مدخل‌ها بیش از اندازه است؛ باقی خوانده نمی‌شود.',
    'not-understood': 'به شیوهٔ YAML نوشته نشده است. به گیومه‌ها و فاصله‌ها نگاه کنید.',
    'unknown-name': 'نامی نیست که Stet بشناسد.',
    'wrong-value': 'مقداری دارد که نمی‌تواند منظور باشد.',
    'pattern-broken': 'الگو عبارت منظم نیست، یا همه‌چیز را می‌یابد.',
    'pattern-slow': 'الگو شاید هرگز تمام نشود. آن را بدون تکرار در تکرار بنویسید.',
  },

  nextFinding: 'یافتهٔ بعدی',
  previousFinding: 'یافتهٔ قبلی',
  runChecks: 'اجرای بررسی‌ها',
  showCounts: 'نمایش شمارش',

  counts: 'شمارش',
  countsHint: 'واژه‌ها، نویسه‌ها و اندازه‌ها',
  part: 'بخش',
  wordsColumn: 'واژه',
  charactersColumn: 'نویسه',
  withoutSpaces: 'بدون فاصله',
  readingColumn: 'خواندن',
  minutes: forms('{n} دقیقه'),
  underMinute: 'کمتر از ۱ دقیقه',
  selection: 'گزیده',
  commissioned: (written: string, ordered: string) => `${written} از ${ordered} واژهٔ سفارش‌شده`,
  stillFree: forms('{n} واژه مانده'),
  lengths: 'تیتر، جا به جا',
  print: 'چاپ',
  descriptions: 'توضیح، جا به جا',
  fits: (count: string, limit: string) => `${count} از ${limit}`,
  tooLongFor: (places) => `بلندتر از آنچه نشان داده می‌شود در ${places}`,
  placeAndLength: (place, length) => `${isolate(place)} (${length})`,
  isCut: (limit: string) => `پس از ${limit} بریده می‌شود`,
};

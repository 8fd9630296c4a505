import type { NoteWords } from '../en/notes.ts';

/**
 * What an import or export could not keep or had to guess, by the note’s code, for the languages the back end does not speak;
 * English shows the back end’s own sentence. What a sentence names (a number, names out of the file) follows it.
 */
export const notes: NoteWords = {
  'headline-missing': 'مطلب هنوز تیتر ندارد',
  'page-furniture-dropped': 'بخش‌هایی از صفحه که جزو مطلب نیستند کنار گذاشته شد',
  'picture-missing': 'عکس‌هایی در دست نیست؛ جا و شرح و نام عکاس آن‌ها مانده است',
  'related-without-links': 'مطالب مرتبط تنها به شکل نوشته ماند، زیرا پرونده نشانی آن‌ها را ندارد',
  'headings-by-shape': 'سطرهایی که به میان‌تیتر می‌مانند میان‌تیتر شدند',
  'encoding-guessed': 'پرونده UTF-8 نیست، پس نام‌ها و حرف‌ها را بررسی کنید؛ با این رمزگذاری خوانده شد',
  'embed-dropped': 'پخش‌کننده‌ها و قاب‌های جاسازی‌شدهٔ بی‌نشانی وب کنار گذاشته شد',
  'code-flattened': 'کد به شکل بندهای ساده با شکست سطرها ماند',
  'text-after-page-end': 'متنی که پس از مطالب مرتبط بود در پایان مطلب ماند',
  'related-heading-kept': 'عنوان “Related Articles” به شکل بخشی از مطلب ماند',
  'markdown-too-heavy': 'متن Markdown بیش از اندازه بزرگ یا تودرتو است، پس همان‌گونه که هست با نشانه‌هایش آمد',
  'html-flattened': 'بخش‌های HTML به شکل بند و فهرست و جدول ساده خوانده شد',
  'html-dropped': 'برچسب‌های HTML درون متن کنار گذاشته شد و متنشان ماند',
  'footnotes-at-end': 'پانویس‌ها به شکل فهرست شماره‌دار در پایان مطلب آمد',
  'front-matter-unreadable': 'مشخصات آغاز پرونده خوانده نشد و کنار گذاشته شد',
  'front-matter-damaged': 'در مشخصات آغاز پرونده خطا هست؛ آنچه خوانده می‌شد آمد، پس بررسی‌اش کنید',
  'front-matter-dropped': 'مشخصاتی که در Stet جایی ندارد کنار گذاشته شد',
  'link-dropped': 'پیوندهایی که نشانی وب یا رایانامه یا تلفن نیستند کنار گذاشته شد',
  'link-refused': 'پیوندهایی که نشانی وب یا رایانامه یا تلفن نیستند کنار گذاشته شد',
  'embed-refused': 'محتوای جاسازی‌شده‌ای که نشانی وب ندارد کنار گذاشته شد و عنوانش ماند',
  'control-characters-dropped': 'نویسه‌های کنترلی نادیدنی کنار گذاشته شد',
  'pictures-left-out': 'عکس‌ها کنار گذاشته شد؛ شرح و نام عکاس آن‌ها ماند',
  'marks-dropped': 'پررنگ و کج و نشانه‌های دیگر کنار گذاشته شد؛ متن ساده آن‌ها را ندارد',
  'structure-flattened': 'نقل‌قول‌ها، نقل‌قول‌های برجسته، کادرها، اصلاحیه‌ها و جدول‌ها به شکل بندهای ساده نوشته شد',
  'share-picture-without-address': 'عکس هم‌رسانی کنار گذاشته شد، زیرا بی‌نشانی انتشار نشانی وب کامل ندارد',
  'embargo-without-time': 'امبارگو روزی بی‌ساعت دارد؛ آغاز همان روز به وقت UTC نوشته شد',
  'galleries-apart': 'عکس‌های گالری تک‌تک آمده‌اند؛ با هم بودنشان تنها در متن پیداست',
  'picture-beside-file': 'عکس‌ها کنار پرونده‌اند و پرونده به جای نشانی وب نامشان را دارد',
  'related-card-dropped': 'کارت مطلب مرتبطی که دیگر در فهرست نیست کنار گذاشته شد',
  'fields-left-out': 'فیلدهایی که در این قالب جایی ندارند کنار گذاشته شد',
};

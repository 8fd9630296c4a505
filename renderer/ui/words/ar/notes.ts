import type { NoteWords } from '../en/notes.ts';

/**
 * What an import or export could not keep or had to guess, by the note’s code, for the languages the back end does not speak;
 * English shows the back end’s own sentence. What a sentence names (a number, names out of the file) follows it.
 */
export const notes: NoteWords = {
  'headline-missing': 'ليس للمقال عنوان بعد',
  'page-furniture-dropped': 'تُركت أجزاء من الصفحة ليست من المقال',
  'picture-missing': 'بعض الصور مفقودة، وبقيت مواضعها وتعليقاتها ونسبتها',
  'related-without-links': 'حُفظت المقالات ذات الصلة كلامًا فقط، إذ لا عناوين لها في الملف',
  'headings-by-shape': 'جُعلت الأسطر التي تشبه العناوين الفرعية عناوين فرعية',
  'encoding-guessed': 'الملف ليس بترميز UTF-8، فراجع الأسماء والحروف؛ وقد قُرئ بترميز',
  'embed-dropped': 'تُركت المشغّلات والإطارات المضمّنة التي ليس لها عنوان ويب',
  'code-flattened': 'حُفظت الشيفرة فقرات عادية بفواصل أسطرها',
  'text-after-page-end': 'حُفظ النص الذي جاء بعد المقالات ذات الصلة في آخر المقال',
  'related-heading-kept': 'حُفظ العنوان “Related Articles” قسمًا من المقال',
  'markdown-too-heavy': 'نص Markdown أكبر أو أعمق مما يُقرأ، فأُخذ كما هو بعلاماته',
  'html-flattened': 'قُرئت مقاطع HTML فقرات وقوائم وجداول عادية',
  'html-dropped': 'تُركت وسوم HTML داخل النص وبقي نصها',
  'footnotes-at-end': 'نُقلت الحواشي إلى آخر المقال قائمةً مرقّمة',
  'front-matter-unreadable': 'تعذّرت قراءة بيانات رأس الملف فتُركت',
  'front-matter-damaged': 'في بيانات رأس الملف أخطاء؛ أُخذ ما أمكنت قراءته، فراجعه',
  'front-matter-dropped': 'تُركت من بيانات رأس الملف أشياء لا موضع لها في Stet',
  'link-dropped': 'تُركت روابط إلى عناوين ليست للويب ولا للبريد ولا للهاتف',
  'link-refused': 'تُركت روابط إلى عناوين ليست للويب ولا للبريد ولا للهاتف',
  'embed-refused': 'تُركت المواد المضمّنة التي ليس عنوانها عنوان ويب وبقيت عناوينها',
  'control-characters-dropped': 'تُركت رموز تحكّم لا تُرى',
  'pictures-left-out': 'تُركت الصور وبقيت تعليقاتها ونسبتها',
  'marks-dropped': 'تُرك الغامق والمائل وغيرهما، فالنص العادي لا يعرفها',
  'structure-flattened': 'كُتبت الاقتباسات والمقتطفات وأطر المعلومات والتصويبات والجداول فقرات عادية',
  'share-picture-without-address': 'تُركت صورة المشاركة، فليس لها عنوان ويب كامل ما لم يُعرف عنوان النشر',
  'embargo-without-time': 'يذكر الحظر يومًا بلا ساعة، فكُتب أول ذلك اليوم بتوقيت UTC',
  'galleries-apart': 'صور المعارض مفردة، ولا يُذكر أنها معًا إلا في النص',
  'picture-beside-file': 'الصور بجانب الملف، وهو يذكر أسماءها بدل عناوين ويب',
  'related-card-dropped': 'تُركت بطاقة مقال ذي صلة لم يعد في القائمة',
  'fields-left-out': 'تُركت حقول لا موضع لها في هذه الصيغة',
};

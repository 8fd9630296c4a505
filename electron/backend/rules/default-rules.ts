/**
 * The house rules Stet brings, as the file a desk gets when it makes its own. What a house calls right is its own
 * affair: these are a beginning, few and cautious.
 */
export const DEFAULT_RULES = String.raw`# House rules of Stet.
# Edit, save, and they hold at once. What each entry means: docs/house-rules.md.

# Lengths. Stet warns beyond them and never cuts. 0: not looked at.
limits:
  sentence: 40 # words
  headline: 110 # characters
  standfirst: 300

# How many characters of a headline fit, place by place. For X, Facebook and Google Stet knows numbers of its own.
headlines:
  Print: 60

# The sign between thousands, from 10,000 on.
thousands:
  en: ','
  he: ','
  ar: ','
  fa: '٬'
  de: '.'
  fr: "\u202F"
  es: "\u202F"

# How a check is taken: off, hint or warn. Those that stop an export (TK, alt text, credit, embargo, legal) can't be
# changed here. Names: quotes-unbalanced, doubled-word, sentence-long, link-insecure, number-style, headline-long,
# standfirst-long.
checks:
  number-style: hint

rules:
  # Every language
  - name: Two spaces
    pattern: '(\S) {2,}(?=\S)'
    instead: '$1 '
    take as: hint
    say:
      en: There is more than one space here.
      he: יש כאן יותר מרווח אחד.
      ar: هنا أكثر من مسافة واحدة.
      fa: اینجا بیش از یک فاصله هست.
    why:
      en: One space is enough everywhere; more become holes in print.
      he: רווח אחד מספיק בכל מקום; יותר מזה נראה בדפוס כמו חור.
      ar: مسافة واحدة تكفي في كل مكان، وما زاد يصير فراغًا في الطباعة.
      fa: همه‌جا یک فاصله بس است؛ بیشتر از آن در چاپ سوراخ می‌شود.

  - name: Space before a comma
    languages: [en, he, ar, fa, de, es, it, nl, pt]
    pattern: '([\p{L}\p{N}]) {1,3}([,،;؛])(?=\s|$)'
    instead: '$1$2'
    say:
      en: There is a space before a comma or semicolon.
      he: יש רווח לפני פסיק או נקודה ופסיק.
      ar: هناك مسافة قبل فاصلة أو فاصلة منقوطة.
      fa: پیش از ویرگول یا نقطه‌ویرگول فاصله هست.
    why:
      en: The mark may land alone at the start of a line.
      he: הסימן עלול לנחות לבדו בתחילת שורה.
      ar: قد تقع العلامة وحدها في أول السطر.
      fa: نشانه ممکن است تنها در آغاز سطر بیفتد.

  # English
  - name: Dates without st, nd, rd, th
    languages: [en]
    pattern: '\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:st|nd|rd|th)\b'
    instead: '$1 $2'
    why:
      en: Dates are written with the bare number.
      he: בתאריך באנגלית כותבים את המספר לבדו.
      ar: يُكتب اليوم في التاريخ الإنجليزي رقمًا مجردًا.
      fa: در تاریخ انگلیسی فقط عدد روز نوشته می‌شود.
  - name: Days without st, nd, rd, th
    languages: [en]
    pattern: '\b(\d{1,2})(?:st|nd|rd|th)(?: of)? (January|February|March|April|May|June|July|August|September|October|November|December)\b'
    instead: '$1 $2'
    why:
      en: Dates are written with the bare number.
      he: בתאריך באנגלית כותבים את המספר לבדו.
      ar: يُكتب اليوم في التاريخ الإنجليزي رقمًا مجردًا.
      fa: در تاریخ انگلیسی فقط عدد روز نوشته می‌شود.
  - name: Dates in figures only
    languages: [en]
    pattern: '(?<![\p{N}/])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\p{N}/])'
    take as: hint
    say:
      en: A date in figures only.
      he: תאריך בספרות בלבד.
      ar: تاريخ بالأرقام وحدها.
      fa: تاریخ فقط با رقم.
    why:
      en: 4/5/2026 is April in New York and May in London. Write the month as a word.
      he: ‏4/5/2026 הוא אפריל בניו יורק ומאי בלונדון. כתבו את החודש במילה.
      ar: ‏4/5/2026 هو أبريل في نيويورك ومايو في لندن. اكتب الشهر بالكلمات.
      fa: ‏4/5/2026 در نیویورک آوریل است و در لندن مه. ماه را با حروف بنویسید.
  - name: Noon and midnight
    languages: [en]
    words:
      12 noon: noon
      12 midnight: midnight
      12am: midnight
      12pm: noon
    why:
      en: Noon and midnight need no number.
      he: לצהריים ולחצות באנגלית אין צורך במספר.
      ar: الظهر ومنتصف الليل لا يحتاجان إلى رقم.
      fa: ظهر و نیمه‌شب عدد نمی‌خواهند.
  - name: Plain words
    languages: [en]
    take as: hint
    words:
      in order to: to
      at this point in time: now
      in the event that: if
      due to the fact that: because
      a large number of: many
      prior to: before
      subsequent to: after
      utilise: use
      utilize: use
      utilised: used
      utilized: used
      amongst: among
      whilst: while
      very unique: unique
      past history: history
      advance planning: planning
      close proximity: proximity
    why:
      en: The shorter word says the same.
      he: המילה הקצרה אומרת אותו דבר.
      ar: الكلمة الأقصر تؤدي المعنى نفسه.
      fa: واژهٔ کوتاه‌تر همان را می‌گوید.

  # Hebrew
  - name: תאריך עם ב
    languages: [he]
    pattern: '(\d{1,2}) ל(ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)(?!\p{L})'
    instead: '$1 ב$2'
    why:
      en: In Hebrew dates the month takes ב, not ל.
      he: ‏5 במאי, לא 5 למאי.
      ar: في التاريخ العبري يأخذ الشهر ב لا ל.
      fa: در تاریخ عبری ماه ב می‌گیرد نه ל.
  - name: מילים פשוטות
    languages: [he]
    take as: hint
    words:
      על מנת: כדי
      בכדי: כדי
      הינו: הוא
      הינה: היא
      הינם: הם
      הינן: הן
      עקב העובדה ש: כי
      כמו כן: גם
    why:
      en: The shorter word says the same.
      he: המילה הקצרה אומרת אותו דבר.
      ar: الكلمة الأقصر تؤدي المعنى نفسه.
      fa: واژهٔ کوتاه‌تر همان را می‌گوید.

  # Arabic
  - name: غير بلا أداة تعريف
    languages: [ar]
    pattern: '(?<!\p{L})الغير (?=\p{L})'
    say:
      en: “غير” takes no article; the word after it does.
      he: המילה ‏“غير” אינה מיודעת; מיודעת המילה שאחריה.
      ar: لا تدخل أداة التعريف على «غير» بل على ما بعدها.
      fa: «غير» حرف تعریف نمی‌گیرد؛ واژهٔ پس از آن می‌گیرد.
  - name: إملاء
    languages: [ar]
    words:
      انشاء الله: إن شاء الله
      إنشاء الله: إن شاء الله
      لاكن: لكن
      هاذا: هذا
      مدراء: مديرون
    why:
      en: A common slip of spelling.
      he: טעות כתיב נפוצה.
      ar: خطأ إملائي شائع.
      fa: لغزش املایی رایج.

  # Persian
  - name: ی فارسی
    languages: [fa]
    pattern: 'ي'
    instead: 'ی'
    why:
      en: The Arabic letter looks alike but is not found by search and sorts wrongly.
      he: האות הערבית נראית דומה, אבל החיפוש אינו מוצא אותה והיא ממוינת לא נכון.
      ar: الحرف العربي يشبهه لكن البحث لا يجده ويختل به الترتيب.
      fa: حرف عربی شبیه است اما در جست‌وجو پیدا نمی‌شود و ترتیب را به هم می‌زند.
  - name: ک فارسی
    languages: [fa]
    pattern: 'ك'
    instead: 'ک'
    why:
      en: The Arabic letter looks alike but is not found by search and sorts wrongly.
      he: האות הערבית נראית דומה, אבל החיפוש אינו מוצא אותה והיא ממוינת לא נכון.
      ar: الحرف العربي يشبهه لكن البحث لا يجده ويختل به الترتيب.
      fa: حرف عربی شبیه است اما در جست‌وجو پیدا نمی‌شود و ترتیب را به هم می‌زند.
  - name: نیم‌فاصله پس از می
    languages: [fa]
    pattern: '(?<!\p{L})(ن?می) (?=\p{L})'
    instead: '$1‌'
    take as: hint
    why:
      en: The verb is one word; a joiner of no width stands after می.
      he: הפועל הוא מילה אחת; אחרי می בא מחבר ברוחב אפס.
      ar: الفعل كلمة واحدة، وبعد می فاصل صفري العرض.
      fa: فعل یک واژه است؛ پس از «می» نیم‌فاصله می‌آید.
  - name: واژه‌های ساده
    languages: [fa]
    take as: hint
    words:
      می‌باشد: است
      می باشد: است
      می‌باشند: هستند
      علاقمند: علاقه‌مند
    why:
      en: The shorter word says the same.
      he: המילה הקצרה אומרת אותו דבר.
      ar: الكلمة الأقصر تؤدي المعنى نفسه.
      fa: واژهٔ کوتاه‌تر همان را می‌گوید.
`;

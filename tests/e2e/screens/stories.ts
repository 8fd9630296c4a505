import type { Language } from '#renderer/ui/words/language.ts';
import { storyFile } from '../look.ts';

/** What stands on the screens in each direction: a long story with a bit of everything, and two short ones beside it. */
export interface ScreenStory {
  readonly headline: string;
  readonly standfirst: string;
  readonly kicker: string;
  readonly byline: string;
  /** The first paragraph holds a doubled word, an unknown word and a TK, in each language: something for spelling and checks. */
  readonly lede: string;
  readonly section: string;
  readonly subsection: string;
  readonly items: readonly [string, string];
  readonly quote: string;
  readonly note: string;
  readonly boxes: readonly [string, string];
  readonly table: readonly (readonly [string, string, string])[];
  /** A word of the lede to find, and the two words a search in the library is begun with. */
  readonly find: string;
  readonly others: readonly [string, string];
  readonly otherText: string;
}

const english: ScreenStory = {
  headline: 'Harbour ferry wins the vote after four hours and one recount',
  standfirst: 'The council split on the toll, and agreed at last on a boat twice a day.',
  kicker: 'Transport',
  byline: 'Ana Ruiz',
  lede: 'The council met on the the quay and votd 12 to 7 for the ferry, TK people in the rain. The ferry, said the BBC, sails on 3 March.',
  section: 'What was decided',
  subsection: 'The price of a ticket',
  items: ['A ferry at eight in the morning', 'and one at six, when the market shuts'],
  quote: 'We waited eleven years for a boat, and it came in the rain.',
  note: 'The route (No. 14) runs past Mill Lane; [the plan](https://example.org/plan) is open until Friday.',
  boxes: ['The ferry holds 120 people.', 'Tickets cost £4.50.'],
  table: [
    ['Ward', 'Votes', 'Share'],
    ['Harbour', '1,204', '61%'],
    ['Mill Lane', '778', '39%'],
  ],
  find: 'ferry',
  others: ['School meals go to a second vote', 'Bridge shuts for nine months'],
  otherText: 'Three are undecided, and the ferry is one reason.',
};

const hebrew: ScreenStory = {
  headline: 'מעבורת הנמל ניצחה בהצבעה אחרי ארבע שעות וספירה חוזרת',
  standfirst: 'המועצה נחלקה על האגרה, והסכימה לבסוף על שתי הפלגות ביום (8:00 ו-18:00).',
  kicker: 'תחבורה',
  byline: 'ענה רויז',
  lede: 'המועצה התכנסה על על הרציף והצביעהה 12 מול 7 בעד המעבורת, TK איש בגשם. המעבורת, לפי ה-BBC, תצא ב-3 במרץ.',
  section: 'מה הוחלט',
  subsection: 'מחיר הכרטיס (1.5 ש״ח)',
  items: ['מעבורת בשמונה בבוקר', 'ועוד אחת בשש, כשהשוק נסגר'],
  quote: 'חיכינו אחת־עשרה שנים לסירה, והיא באה בגשם.',
  note: 'הקו (מס׳ 14) עובר ליד Mill Lane; [התוכנית](https://example.org/plan) פתוחה עד יום שישי.',
  boxes: ['במעבורת יש מקום ל-120 איש.', 'כרטיס עולה 4.50 ש״ח.'],
  table: [
    ['רובע', 'קולות', 'שיעור'],
    ['הנמל', '1,204', '61%'],
    ['רחוב הטחנה', '778', '39%'],
  ],
  find: 'מעבורת',
  others: ['ארוחות בבתי הספר: הצבעה שנייה', 'הגשר נסגר לתשעה חודשים'],
  otherText: 'שלושה מתלבטים, והמעבורת היא אחת הסיבות.',
};

const arabic: ScreenStory = {
  headline: 'عبّارة الميناء تفوز بالتصويت بعد أربع ساعات وإعادة فرز',
  standfirst: 'انقسم المجلس حول الرسوم، ثم اتفق على رحلتين في اليوم.',
  kicker: 'النقل',
  byline: 'ليلى حداد',
  lede: 'اجتمع المجلس على على الرصيف وصوّت 12 مقابل 7 لصالح العبّارة، TK شخصًا تحت المطرر. العبّارة، وفق BBC، تبحر في 3 مارس.',
  section: 'ما تقرر',
  subsection: 'سعر التذكرة',
  items: ['عبّارة في الثامنة صباحًا', 'وأخرى في السادسة حين يغلق السوق'],
  quote: 'انتظرنا القارب أحد عشر عامًا، وجاء تحت المطر.',
  note: 'يمر الخط (رقم 14) قرب Mill Lane؛ [الخطة](https://example.org/plan) مفتوحة حتى الجمعة.',
  boxes: ['تتسع العبّارة لـ120 شخصًا.', 'ثمن التذكرة 4.50.'],
  table: [
    ['الحي', 'الأصوات', 'الحصة'],
    ['الميناء', '1,204', '61%'],
    ['شارع الطاحونة', '778', '39%'],
  ],
  find: 'العبّارة',
  others: ['وجبات المدارس إلى تصويت ثانٍ', 'إغلاق الجسر تسعة أشهر'],
  otherText: 'ثلاثة مترددون، والعبّارة أحد الأسباب.',
};

const persian: ScreenStory = {
  headline: 'کشتی بندر پس از چهار ساعت و یک بازشماری رأی آورد',
  standfirst: 'شورا بر سر عوارض دو دسته شد و سرانجام به روزی دو سفر رضایت داد.',
  kicker: 'حمل‌ونقل',
  byline: 'مریم کریمی',
  lede: 'شورا روی روی اسکله گرد آمد و با ۱۲ رأی در برابر ۷ به کشتی رأی داد، TK نفر زیر بارران. کشتی به گفتهٔ BBC سوم مارس راه می‌افتد.',
  section: 'چه تصویب شد',
  subsection: 'بهای بلیت',
  items: ['کشتی ساعت هشت صبح', 'و یکی ساعت شش، وقتی بازار می‌بندد'],
  quote: 'یازده سال منتظر قایق ماندیم و زیر باران آمد.',
  note: 'خط (شمارهٔ ۱۴) از کنار Mill Lane می‌گذرد؛ [طرح](https://example.org/plan) تا جمعه باز است.',
  boxes: ['کشتی ۱۲۰ نفر جا دارد.', 'بلیت ۴٫۵۰ است.'],
  table: [
    ['محله', 'آرا', 'سهم'],
    ['بندر', '۱٬۲۰۴', '۶۱٪'],
    ['کوچهٔ آسیاب', '۷۷۸', '۳۹٪'],
  ],
  find: 'کشتی',
  others: ['ناهار مدرسه به رأی دوم رفت', 'پل نه ماه بسته می‌شود'],
  otherText: 'سه نفر مرددند و کشتی یکی از دلیل‌هاست.',
};

export function storyIn(language: Language): ScreenStory {
  switch (language) {
    case 'en':
    case 'en-US':
      return english;
    case 'he':
      return hebrew;
    case 'ar':
      return arabic;
    case 'fa':
      return persian;
  }
}

/** The story's three files: the long one, and two short ones that can stand beside it or be related to it. */
export function filesOf(story: ScreenStory, language: Language): ReturnType<typeof storyFile>[] {
  const [first = [], ...rows] = story.table;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const text = [
    story.lede,
    `## ${story.section}`,
    ...story.items.map((item) => `- ${item}`),
    `> ${story.quote}`,
    `### ${story.subsection}`,
    [line(first), line(first.map(() => '---')), ...rows.map(line)].join('\n'),
    ...story.boxes.map((box, at) => `<aside aria-label="box-${at}">\n\n${box}\n\n</aside>`),
    story.note,
  ].join('\n\n');
  const fields = {
    stet: '1',
    kicker: story.kicker,
    bylines: `[{ name: ${story.byline}, role: '' }]`,
    language,
    slug: 'ferry-vote',
    commissionedLength: '80',
    status: 'legal',
    keywords: '[ferry, tolls]',
  };
  const long = storyFile(
    'long.md',
    fields,
    `# ${story.headline}\n\n${story.standfirst} <!-- stet: standfirst -->\n\n${text}\n`,
  );
  return [
    long,
    ...story.others.map((headline, at) =>
      storyFile(
        `other-${at}.md`,
        { stet: '1', language, slug: `other-${at}` },
        `# ${headline}\n\n${story.otherText}\n`,
      ),
    ),
  ];
}

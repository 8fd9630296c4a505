/** Slips of the hand nobody ever means, by language; the person's own list says the rest. Lower case. */
const SLIPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    teh: 'the',
    hte: 'the',
    adn: 'and',
    nad: 'and',
    taht: 'that',
    tahn: 'than',
    thier: 'their',
    wich: 'which',
    whcih: 'which',
    becuase: 'because',
    beleive: 'believe',
    freind: 'friend',
    goverment: 'government',
    occured: 'occurred',
    recieve: 'receive',
    recieved: 'received',
    seperate: 'separate',
    definately: 'definitely',
    tommorow: 'tomorrow',
    untill: 'until',
    dont: 'don’t',
    doesnt: 'doesn’t',
    didnt: 'didn’t',
    isnt: 'isn’t',
    wasnt: 'wasn’t',
  },
  de: { udn: 'und', nud: 'und', dei: 'die', nciht: 'nicht', acuh: 'auch', haette: 'hätte', wuerde: 'würde' },
  fr: { coeur: 'cœur', soeur: 'sœur', oeuvre: 'œuvre', voeux: 'vœux', qeu: 'que', uen: 'une' },
  es: { qeu: 'que', tambien: 'también', despues: 'después', ademas: 'además', asi: 'así' },
  he: { ביגלל: 'בגלל', בישביל: 'בשביל', לפעמיים: 'לפעמים', אפילוא: 'אפילו' },
  ar: { هاذا: 'هذا', هاذه: 'هذه', ذالك: 'ذلك', لاكن: 'لكن' },
  fa: { لطفن: 'لطفاً', واقعن: 'واقعاً', حتمن: 'حتماً', اصلن: 'اصلاً' },
};

/** What a slip in that language should be; undefined for any other word. */
export function slipMeant(word: string, language: string): string | undefined {
  const list = SLIPS[language.split('-')[0]?.toLowerCase() ?? ''];
  return list !== undefined && Object.hasOwn(list, word) ? list[word] : undefined;
}

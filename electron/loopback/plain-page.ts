/** Why somebody is not let in, or finds nothing. */
export type PlainPage =
  'wrong-host' | 'wrong-method' | 'wrong-origin' | 'no-session' | 'used-token' | 'not-found' | 'failed';

interface Words {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const AGAIN = 'Stop Stet where you started it, start it again, and open the new address that it prints.';

const PAGES: Readonly<Record<PlainPage, Words>> = {
  'wrong-host': {
    status: 421,
    title: 'Not the address of Stet',
    text: 'Stet answers only to the exact address it printed, which begins with 127.0.0.1.',
  },
  'wrong-method': { status: 405, title: 'Not a way to ask Stet', text: 'Stet’s pages can only be read this way.' },
  'wrong-origin': {
    status: 403,
    title: 'Asked from another page',
    text: 'Another page asked for this. Stet answers only to its own page.',
  },
  'no-session': {
    status: 403,
    title: 'Open Stet from the address it printed',
    text: `This browser has not been let in. If you have not used the printed address yet, open it. Otherwise: ${AGAIN}`,
  },
  'used-token': {
    status: 403,
    title: 'This address has been used',
    text: `The address that Stet prints opens it once, so that nobody else can use it. If Stet is open in another tab, go on there. Otherwise: ${AGAIN}`,
  },
  'not-found': { status: 404, title: 'Nothing here', text: 'Stet has no such page or picture.' },
  failed: { status: 500, title: 'Something went wrong', text: 'Stet could not answer. Nothing you wrote is lost.' },
};

/** A page without script or style, in plain words. */
export function plainPage(page: PlainPage): { readonly status: number; readonly html: string } {
  const { status, title, text } = PAGES[page];
  // An empty icon, so that the browser does not ask for one.
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title} – Stet</title>`;
  return {
    status,
    html: `<!doctype html><html lang="en"><head>${head}</head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
  };
}

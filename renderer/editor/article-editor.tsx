import { memo, useCallback, useEffect, useRef, useState, type MouseEvent } from 'react';
import { Banner } from '#renderer/ui/banner.tsx';
import { keyboardGoesTo } from '#renderer/ui/keyboard-home.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { takeTypingAsText } from '#renderer/ui/typed-ahead.ts';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import { BlockAsking } from './block-asking.tsx';
import { usePlace } from './comfort/use-place.ts';
import { useView } from './comfort/use-view.ts';
import { HeadlineLength } from './checking/headline-length.tsx';
import { Bubble } from './command/bubble.tsx';
import { pressInText, pressOnScreen } from './command/command-keys.ts';
import { Grip } from './command/grip.tsx';
import { SuggestionMenu } from './command/suggestion-menu.tsx';
import { FindPlace } from './find/find-place.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { linkTarget, removeLink, setLink } from './link.ts';
import { pageOf, type Page } from './page.ts';
import type { PictureSurroundings } from './figure/page-pictures.ts';
import { PICTURE_TYPES } from './figure/upload.ts';
import type { ArticleSession } from './session.ts';
import { Spelling } from './spelling/spelling.tsx';
import { Toolbar } from './toolbar.tsx';
import { useLanguage } from './use-language.ts';
import { useTextShown } from './use-text-shown.ts';
import './article-editor.css';
import './prose.css';
import './prose-list.css';
import './prose-box.css';

/** The article as one page to write on: toolbar, headline, standfirst, body. */
export const ArticleEditor = memo(function ArticleEditor({ session }: { session: ArticleSession }) {
  const words = useWords();
  const page = pageOf(session);
  const [linkHref, setLinkHref] = useState<string | null>(null);
  const openLink = useCallback(() => {
    if (page.editor === null || session.readOnly !== undefined) return;
    setLinkHref(
      page
        .parts()
        .map(({ state }) => linkTarget(state).href)
        .find((href) => href !== '') ?? '',
    );
  }, [page, session]);
  const isShown = useTextShown(session);
  const { root, scroller, files, headline, standfirst, body } = useMountedPage(page, openLink);
  const paper = useRef<HTMLDivElement>(null);
  useLanguage(session, paper);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (page.isInFront && pressOnScreen(page, event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [page]);
  usePlace(page, scroller);
  useView(page, root, scroller);
  const closeLink = (): void => {
    setLinkHref(null);
    keyboardGoesTo(() => page.focus());
  };

  return (
    <section className="article-editor" ref={root}>
      <div className="article-tools">{isShown ? <Toolbar page={page} /> : null}</div>
      <FindPlace page={page} />
      {session.readOnly === undefined ? null : <Banner tone="info">{failureSentence(words, session.readOnly)}</Banner>}
      <div className="article-scroll" ref={scroller}>
        {/* Pressing the paper beneath the text goes to its end; everyone else has the keyboard. */}
        <div ref={paper} className="article-page" role="presentation" onMouseDown={(event) => pressPaper(event, page)}>
          <div ref={headline} />
          {isShown ? <HeadlineLength page={page} /> : null}
          <div ref={standfirst} />
          <div ref={body} className={isShown ? undefined : 'prose-opening'} />
          {isShown && session.readOnly === undefined ? <Grip page={page} /> : null}
        </div>
      </div>
      <Spelling page={page} />
      <input ref={files} type="file" accept={PICTURE_TYPES} multiple hidden aria-hidden tabIndex={-1} />
      <BlockAsking page={page} />
      <SuggestionMenu page={page} />
      {isShown ? <Bubble page={page} /> : null}
      {linkHref === null ? null : (
        <LinkDialog
          href={linkHref}
          onSet={(href) => {
            page.runOnWords(setLink(href));
            closeLink();
          }}
          onRemove={() => {
            page.runOnWords(removeLink);
            closeLink();
          }}
          onClose={closeLink}
        />
      )}
    </section>
  );
});

/** Keeps the page's editors in these elements for as long as the component stands. */
function useMountedPage(page: Page, openLink: () => void) {
  const speech = useWords();
  const { editor: words, blocks } = speech;
  const root = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const headline = useRef<HTMLDivElement>(null);
  const standfirst = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (headline.current === null || standfirst.current === null || body.current === null) return undefined;
    if (scroller.current === null) return undefined;
    const elements = { headline: headline.current, standfirst: standfirst.current, body: body.current };
    const isNew = !page.wasShown && page.session.headline().trim() === '';
    const unmount = page.mount(elements, {
      words,
      blocks,
      speech,
      scroller: scroller.current,
      say: (sentence, isTrouble) => toast({ title: sentence, ...(isTrouble ? { tone: 'danger' } : {}) }),
      offer: (title, details, action) => toast({ title, details, action }),
      openLink,
      goToToolbar: () => root.current?.querySelector<HTMLElement>('[role="toolbar"] button:not(:disabled)')?.focus(),
      press: (event) => pressInText(page, event),
      pictures: picturesAround(speech, () => pickFiles(files.current)),
    });
    if (isNew && page.session.readOnly === undefined) {
      page.go('headline', 'end');
      takeTypingAsText();
    }
    return unmount;
  }, [page, speech, words, blocks, openLink]);
  return { root, scroller, files, headline, standfirst, body };
}

function picturesAround(words: Words, pick: () => Promise<readonly File[]>): PictureSurroundings {
  return {
    words: words.editor,
    pictures: words.pictures,
    complain: (sentence) => toast({ title: sentence, tone: 'danger' }),
    sentenceOf: (failure) => failureSentence(words, failure),
    offerGallery: (count, make) =>
      toast({
        title: words.count(words.pictures.added, count),
        action: { name: words.pictures.makeGallery, onPress: make },
      }),
    pick,
  };
}

function pickFiles(input: HTMLInputElement | null): Promise<readonly File[]> {
  if (input === null) return Promise.resolve([]);
  return new Promise((resolve) => {
    const done = (): void => {
      input.removeEventListener('change', done);
      input.removeEventListener('cancel', done);
      const picked = Array.from(input.files ?? []);
      input.value = '';
      resolve(picked);
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    input.click();
  });
}

function pressPaper(event: MouseEvent, page: Page): void {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  page.go('body', 'end');
}

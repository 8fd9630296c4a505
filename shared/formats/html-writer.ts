import type { Element } from 'hast';
import { headlineText, introText, type Article } from '#shared/article/article.ts';
import { languageDirection } from '#shared/article/direction.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { isWebUrl } from '#shared/article/url.ts';
import { sayFieldsLeftOut } from './fields-left-out.ts';
import type { WriteContext, Writer } from './format.ts';
import { bodyElements } from './html-body-writer.ts';
import { headElement } from './html-head-writer.ts';
import { encodedHref, inlineNodes } from './html-inline-writer.ts';
import { element, htmlText, onLines, type Child } from './html-node.ts';
import { labelFor } from './label.ts';
import { takeNotes, type NoteTaker } from './note-taker.ts';
import { printable } from './printable.ts';
import type { PageFacts } from './structured-data.ts';

/** A page of its own: semantic HTML with Open Graph tags and schema.org data, no scripts that run. */
export const htmlWriter: Writer = {
  id: 'html',
  name: 'Web page (HTML)',
  extension: 'html',
  mediaType: 'text/html',
  write: (article, context) => {
    const notes = takeNotes();
    const text = pageOf(printable(article, notes), context, notes);
    return { bytes: new TextEncoder().encode(text), losses: notes.all() };
  },
};

function pageOf(article: Article, context: WriteContext, notes: NoteTaker): string {
  const { language } = article.metadata;
  sayFieldsLeftOut(article, KEPT, notes);
  const page = element(
    'html',
    { lang: language, dir: languageDirection(language) },
    onLines([headElement(article, factsOf(article, context, notes)), bodyElement(article, context, notes)]),
  );
  return `<!DOCTYPE html>\n${htmlText([page])}`;
}

const KEPT = [
  ...(['kicker', 'bylines', 'dateline', 'section', 'keywords', 'topics', 'genre', 'language', 'copyright'] as const),
  ...(['editorsNote', 'canonicalUrl', 'socialHeadline', 'searchHeadline', 'shareTitle', 'shareDescription'] as const),
  ...(['shareImage', 'published'] as const),
];

const LONGEST_DESCRIPTION = 300;

function factsOf(article: Article, context: WriteContext, notes: NoteTaker): PageFacts {
  const { metadata } = article;
  const url = isWebUrl(metadata.canonicalUrl) ? metadata.canonicalUrl : '';
  return {
    title: (metadata.searchHeadline || headlineText(article) || metadata.slug).trim() || '…',
    description: shorten((metadata.shareDescription || introText(article)).replaceAll(/\s+/gu, ' ').trim()),
    modified: context.modified,
    url,
    image: shareImage(article, context, url, notes),
  };
}

/** Whole words, at most `LONGEST_DESCRIPTION` characters; the text itself is in the page in full. */
function shorten(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  const cut = text.slice(0, LONGEST_DESCRIPTION - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}

/** Sharing needs a full address, which a picture beside the page has only if the page's own address is known. */
function shareImage(article: Article, context: WriteContext, url: string, notes: NoteTaker): string {
  const figure = article.body.find((block) => block.kind === 'figure' && block.media !== null);
  const media = article.metadata.shareImage || (figure?.kind === 'figure' ? (figure.media ?? '') : '');
  if (media === '') return '';
  const href = context.mediaHref(media);
  if (isWebUrl(href)) return href;
  if (url !== '' && URL.canParse(href, url)) return new URL(href, url).href;
  notes.say(
    'share-picture-without-address',
    'The picture for sharing was left out, because without a canonical URL it has no full web address.',
  );
  return '';
}

function bodyElement(article: Article, context: WriteContext, notes: NoteTaker): Element {
  const content = element('div', { className: ['body'] }, onLines(bodyElements(article, context, notes)));
  return element(
    'body',
    {},
    onLines([
      element('main', {}, [
        '\n',
        element('article', {}, onLines([headerElement(article), content, ...footElements(article)])),
        '\n',
        relatedElement(context.related, article.metadata.language),
        '\n',
      ]),
    ]),
  );
}

function headerElement(article: Article): Element {
  const { kicker, dateline, published } = article.metadata;
  return element(
    'header',
    {},
    onLines([
      paragraph('kicker', [kicker]),
      element('h1', {}, article.headline.length === 0 ? ['…'] : inlineNodes(article.headline)),
      article.standfirst.length === 0 ? null : paragraph('standfirst', inlineNodes(article.standfirst)),
      bylineElement(article),
      paragraph('dateline', [dateline]),
      published === '' ? null : paragraph('published', [element('time', { dateTime: published }, [day(published)])]),
    ]),
  );
}

/** The day as it was where the article was published, in the form everybody reads the same way. */
function day(moment: string): string {
  return moment.slice(0, 10);
}

function bylineElement(article: Article): Element | null {
  const people = article.metadata.bylines.filter((byline) => byline.name.trim() !== '');
  if (people.length === 0) return null;
  const nodes = people.flatMap((byline, at): Child[] => [
    at === 0 ? null : ', ',
    element('span', { className: ['author'] }, [byline.name]),
    byline.role === '' ? null : ', ',
    byline.role === '' ? null : element('span', { className: ['role'] }, [byline.role]),
  ]);
  return element('p', { className: ['byline'] }, nodes);
}

function paragraph(className: string, children: readonly Child[]): Element | null {
  const filled = children.some((child) => child !== null && !(typeof child === 'string' && child.trim() === ''));
  return filled ? element('p', { className: [className] }, children) : null;
}

function footElements(article: Article): (Element | null)[] {
  return [
    paragraph('editors-note', [article.metadata.editorsNote]),
    paragraph('copyright', [article.metadata.copyright]),
  ];
}

function relatedElement(related: readonly ResolvedRelated[], language: string): Element | null {
  const items = related.flatMap((link): Element[] => {
    const headline = link.headline.trim();
    const blurb = link.blurb.trim();
    if (headline === '' && blurb === '') return [];
    const title = headline || blurb;
    const linked = isWebUrl(link.url ?? '') ? element('a', { href: encodedHref(link.url ?? '') }, [title]) : title;
    return [
      element('li', {}, [
        headline === ''
          ? element('p', { className: ['blurb'] }, [linked])
          : element('p', { className: ['headline'] }, [linked]),
        headline === '' || blurb === '' ? null : element('p', { className: ['blurb'] }, [blurb]),
      ]),
    ];
  });
  if (items.length === 0) return null;
  return element(
    'section',
    { className: ['related'], ariaLabelledBy: ['related-heading'] },
    onLines([
      element('h2', { id: 'related-heading' }, [labelFor('related', language)]),
      element('ul', {}, onLines(items)),
    ]),
  );
}

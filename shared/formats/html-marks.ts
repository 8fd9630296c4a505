import type { Element } from 'hast';
import type { Direction, MarkName, Marks } from '#shared/article/inline.ts';
import { linkAddress } from '#shared/article/url.ts';
import { attribute, hasClass } from './html-element.ts';
import type { NoteTaker } from './note-taker.ts';
import { TAG_MARKS } from './tag-marks.ts';

/** The marks inside an element: those around it, those of its tag, and what its inline style adds or takes away. */
export function marksInside(element: Element, around: Marks, notes: NoteTaker): Marks {
  const tag = Object.hasOwn(TAG_MARKS, element.tagName) ? TAG_MARKS[element.tagName] : {};
  const styled = applyStyle({ ...around, ...tag }, attribute(element, 'style'));
  const cq = hasClass(element, 'cq') ? ({ cq: true } as const) : {};
  return { ...styled, ...cq, ...linkOf(element, notes), ...languageOf(element) };
}

function linkOf(element: Element, notes: NoteTaker): Marks {
  const given = element.tagName === 'a' ? attribute(element, 'href') : '';
  if (given === '') return {};
  const href = linkAddress(given);
  if (href !== null) return { link: { href } };
  if (!given.startsWith('#')) {
    notes.say('link-dropped', 'Links to addresses outside the web, mail and telephone were left out.');
  }
  return {};
}

function languageOf(element: Element): Marks {
  const tag = element.tagName === 'span' || element.tagName === 'bdi' ? attribute(element, 'lang') : '';
  if (tag === '') return {};
  const direction = directionOf(element);
  return { language: { tag: tag.slice(0, 100), ...(direction === undefined ? {} : { direction }) } };
}

export function directionOf(element: Element): Direction | undefined {
  const dir = attribute(element, 'dir').toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : undefined;
}

/** Word processors and web mail write marks as styles; `normal` takes a mark away (Google Docs wraps all in `<b>`). */
function applyStyle(marks: Marks, style: string): Marks {
  if (style === '') return marks;
  const weight = styleValue(style, 'font-weight');
  const slope = styleValue(style, 'font-style');
  const line = `${styleValue(style, 'text-decoration')} ${styleValue(style, 'text-decoration-line')}`;
  const height = styleValue(style, 'vertical-align');
  let result = marks;
  if (weight !== '') result = withMark(result, 'bold', /^(?:bold|bolder|[6-9]00)$/u.test(weight));
  if (slope !== '') result = withMark(result, 'italic', /italic|oblique/u.test(slope));
  if (/underline/u.test(line)) result = withMark(result, 'underline', true);
  if (/line-through/u.test(line)) result = withMark(result, 'strike', true);
  if (height === 'sub') result = withMark(result, 'subscript', true);
  if (height === 'super') result = withMark(result, 'superscript', true);
  return result;
}

function withMark(marks: Marks, name: MarkName, on: boolean): Marks {
  const others: { -readonly [Name in MarkName]?: Marks[Name] } = { ...marks };
  delete others[name];
  return on ? { ...others, [name]: true } : others;
}

/** The value of one property of an inline style; empty where it is not set. */
export function styleValue(style: string, property: string): string {
  for (const declaration of style.slice(0, 4000).split(';')) {
    const colon = declaration.indexOf(':');
    if (declaration.slice(0, colon).trim().toLowerCase() === property) {
      return declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim()
        .toLowerCase();
    }
  }
  return '';
}

import type { Element, ElementContent } from 'hast';
import { isMediaName, type Figure } from '#shared/article/block.ts';
import type { Inline } from '#shared/article/inline.ts';
import { attribute, elementsIn, firstElement, hasClass, textOf, tidyText } from './html-element.ts';

/** A figure, and the address of its picture as the page has it. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly href: string;
}

/** A figure element with one picture: caption, credit and source by the classes that we and many others use. */
export function figureOf(
  element: Element,
  inlineOf: (nodes: readonly ElementContent[]) => readonly Inline[],
): FoundFigure {
  const picture = firstElement(element, (part) => part.tagName === 'img');
  const caption = firstElement(element, (part) => part.tagName === 'figcaption');
  const credits = partsOf(caption, /^(?:.*[-_])?credit$/u);
  const sources = partsOf(caption, /^(?:.*[-_])?source$/u);
  const apart = new Set<ElementContent>([...credits, ...sources]);
  const words = caption === undefined ? [] : without(caption, apart).children;
  const base = picture === undefined ? null : pictureOf(picture);
  return {
    figure: {
      ...(base?.figure ?? EMPTY),
      caption: inlineOf(words),
      credit: tidyText(credits.map(textOf).join(' ')),
      source: tidyText(sources.map(textOf).join(' ')),
    },
    href: base?.href ?? '',
  };
}

const EMPTY: Figure = {
  kind: 'figure',
  media: null,
  caption: [],
  credit: '',
  source: '',
  alt: '',
  decorative: false,
};

/** A picture by itself; null for the tiny ones that count visits, and for pictures without an address. */
export function pictureOf(element: Element): FoundFigure | null {
  const image = element.tagName === 'img' ? element : firstElement(element, (part) => part.tagName === 'img');
  if (image === undefined) return null;
  const href = attribute(image, 'src') || attribute(image, 'dataSrc');
  const width = pixels(attribute(image, 'width'));
  const height = pixels(attribute(image, 'height'));
  if (width !== null && height !== null && width <= 2 && height <= 2) return null;
  const name = href.split('/').at(-1);
  const alt = attribute(image, 'alt');
  const [x = Number.NaN, y = Number.NaN] = attribute(image, 'dataFocal').split(',').map(Number);
  const hasFocalPoint = attribute(image, 'dataFocal') !== '' && x >= 0 && x <= 1 && y >= 0 && y <= 1;
  const figure: Figure = {
    ...EMPTY,
    media: isMediaName(name) ? name : null,
    alt,
    decorative: hasClass(image, 'decorative'),
    ...(hasFocalPoint ? { focalPoint: { x, y } } : {}),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
  };
  return { figure, href };
}

function partsOf(caption: Element | undefined, name: RegExp): Element[] {
  if (caption === undefined) return [];
  return elementsIn(caption, (part) =>
    attribute(part, 'className')
      .split(' ')
      .some((word) => name.test(word)),
  );
}

/** The element without these parts, wherever inside they are. */
function without(element: Element, parts: ReadonlySet<ElementContent>): Element {
  const children = element.children
    .filter((child) => !parts.has(child))
    .map((child) => (child.type === 'element' ? without(child, parts) : child));
  return { ...element, children };
}

function pixels(text: string): number | null {
  const number = Number(text);
  return text !== '' && Number.isInteger(number) && number > 0 ? number : null;
}

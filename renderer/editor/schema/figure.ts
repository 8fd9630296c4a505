import { Node } from '@tiptap/core';
import type { Attrs } from '@tiptap/pm/model';
import { isMediaName } from '#shared/article/block.ts';
import { FIGURE_ATTRIBUTES, NODE } from '#shared/document/layout.ts';
import { htmlAttributes, numberIn, numberOf, storedAttributes, textOf } from './attribute.ts';

/**
 * A picture; its inline content is the caption. This HTML is what is copied: it names the library's file but has no
 * address of it. On the page the editor draws figures itself. From foreign HTML come caption and alternative text; the
 * picture behind a foreign address is never fetched.
 */
export const Figure = Node.create({
  name: NODE.figure,
  group: 'block',
  content: 'inline*',
  isolating: true,
  defining: true,
  draggable: true,
  priority: 1000,

  addAttributes: () => storedAttributes(FIGURE_ATTRIBUTES),

  parseHTML() {
    return [
      {
        tag: 'figure',
        getAttrs: (element) => attributesIn(element, element.querySelector('img')),
        contentElement: captionIn,
      },
      { tag: 'img', getAttrs: (element) => attributesIn(element, element) },
    ];
  },

  renderHTML({ node }) {
    const { media, credit, source, alt, decorative, focalX, focalY, width, height, gallery } = node.attrs as Attributes;
    const html = htmlAttributes({
      'data-media': isMediaName(media) ? media : null,
      'data-credit': textOf(credit),
      'data-source': textOf(source),
      'data-decorative': decorative === true ? 'true' : null,
      'data-focal-x': numberOf(focalX),
      'data-focal-y': numberOf(focalY),
      'data-gallery': textOf(gallery),
    });
    const size = htmlAttributes({ width: numberOf(width), height: numberOf(height) });
    const picture = { ...size, alt: textOf(alt) ?? '' };
    return ['figure', html, ['img', picture], ['figcaption', { dir: 'auto' }, 0]];
  },
});

type Attributes = Readonly<Record<(typeof FIGURE_ATTRIBUTES)[number], unknown>>;

function attributesIn(element: Element, picture: Element | null): Attrs {
  const media = element.getAttribute('data-media');
  return {
    media: isMediaName(media) ? media : null,
    credit: textOf(element.getAttribute('data-credit')),
    source: textOf(element.getAttribute('data-source')),
    alt: textOf(picture?.getAttribute('alt')),
    decorative: element.getAttribute('data-decorative') === 'true' ? true : null,
    focalX: fractionIn(element, 'data-focal-x'),
    focalY: fractionIn(element, 'data-focal-y'),
    width: isMediaName(media) && picture !== null ? numberIn(picture, 'width') : null,
    height: isMediaName(media) && picture !== null ? numberIn(picture, 'height') : null,
    gallery: isMediaName(media) ? galleryIn(element) : null,
  };
}

/** Only names such as our own: what else stands there was never a gallery of ours. */
function galleryIn(element: Element): string | null {
  const name = element.getAttribute('data-gallery') ?? '';
  return /^[\w-]{1,40}$/u.test(name) ? name : null;
}

function fractionIn(element: Element, name: string): number | null {
  const value = numberIn(element, name);
  return value !== null && value >= 0 && value <= 1 ? value : null;
}

/** The caption's element, or an empty one: what else stands in a figure is no caption. */
function captionIn(element: globalThis.Node): HTMLElement {
  const found = element instanceof Element ? element.querySelector('figcaption') : null;
  return found ?? document.createElement('figcaption');
}

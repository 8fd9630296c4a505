import { Mark } from '@tiptap/core';
import { Link as TiptapLink } from '@tiptap/extension-link';
import { FIELDS } from '#shared/article/field.ts';
import { linkAddress } from '#shared/article/url.ts';
import { htmlAttributes, storedAttributes, textOf } from './attribute.ts';

/** A link, by our own policy for addresses on the way in and on the way out. It never opens by a plain click. */
export const Link = TiptapLink.extend({
  addAttributes: () => storedAttributes(['href']),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element: HTMLElement) => {
        const href = linkAddress(element.getAttribute('href') ?? '');
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ mark }) => {
    const href = linkAddress(textOf(mark.attrs['href']) ?? '');
    return ['a', htmlAttributes({ href, rel: 'noopener noreferrer' }), 0];
  },
}).configure({
  autolink: false,
  linkOnPaste: false,
  openOnClick: false,
  defaultProtocol: 'https',
  isAllowedUri: (address) => linkAddress(address) !== null,
});

/** A passage in another language: for spelling, hyphenation, voices, and its direction where that must be forced. */
export const Language = Mark.create({
  name: 'language',
  addAttributes: () => storedAttributes(['tag', 'direction']),
  parseHTML: () => [
    {
      tag: 'span[data-language]',
      getAttrs: (element) => {
        const tag = FIELDS.language.parse(element.getAttribute('data-language') ?? '');
        const direction = element.getAttribute('dir');
        if (tag === null) return false;
        return { tag, direction: direction === 'ltr' || direction === 'rtl' ? direction : null };
      },
    },
  ],
  renderHTML: ({ mark }) => {
    const tag = textOf(mark.attrs['tag']);
    const direction =
      mark.attrs['direction'] === 'ltr' || mark.attrs['direction'] === 'rtl' ? mark.attrs['direction'] : null;
    return ['span', htmlAttributes({ 'data-language': tag, lang: tag, dir: direction }), 0];
  },
});

/** Checked, correct as is. */
export const Checked = Mark.create({
  name: 'cq',
  parseHTML: () => [{ tag: 'span[data-cq]' }],
  renderHTML: () => ['span', { 'data-cq': '' }, 0],
});

import { Node } from '@tiptap/core';
import { linkAddress } from '#shared/article/url.ts';
import { NODE } from '#shared/document/layout.ts';
import { htmlAttributes, storedAttributes, textOf } from './attribute.ts';

/** Something that lives elsewhere, as a card: its title and a link to it. Never a live frame. */
export const Embed = Node.create({
  name: NODE.embed,
  group: 'block',
  atom: true,
  draggable: true,
  priority: 1000,
  addAttributes: () => storedAttributes(['url', 'title']),
  parseHTML: () => [
    {
      tag: 'p[data-node="embed"]',
      priority: 60,
      getAttrs: (element) => ({
        url: linkAddress(element.querySelector('a')?.getAttribute('href') ?? ''),
        title: textOf(element.textContent),
      }),
    },
  ],
  renderHTML: ({ node }) => {
    const address = linkAddress(textOf(node.attrs['url']) ?? '');
    const title = textOf(node.attrs['title']) ?? address ?? '';
    const link = htmlAttributes({ href: address, rel: 'noopener noreferrer' });
    return ['p', { 'data-node': 'embed', dir: 'auto' }, ['a', link, title]];
  },
});

/** A line between parts of the text. */
export const Rule = Node.create({
  name: NODE.rule,
  group: 'block',
  atom: true,
  priority: 1000,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
});

/** The place in the body where an entry of the related list is shown. */
export const RelatedCard = Node.create({
  name: NODE.relatedCard,
  group: 'block',
  atom: true,
  draggable: true,
  priority: 1000,
  addAttributes: () => storedAttributes(['related']),
  parseHTML: () => [
    {
      tag: 'div[data-node="relatedCard"]',
      getAttrs: (element) => ({ related: textOf(element.getAttribute('data-related')) }),
    },
  ],
  renderHTML: ({ node }) => [
    'div',
    htmlAttributes({ 'data-node': 'relatedCard', 'data-related': textOf(node.attrs['related']) }),
  ],
});

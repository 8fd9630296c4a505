import { describe, expect, it } from 'vitest';
import { linkTarget, removeLink, setLink, typedAddress } from '#renderer/editor/link.ts';
import { after, block, bodyOf } from './text.ts';

describe('links', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['example.org/a', 'https://example.org/a'],
    ['ana@example.org', 'mailto:ana@example.org'],
    ['tel:+4420', 'tel:+4420'],
    ['javascript:alert(1)', null],
    ['\\\\host\\share', null],
    ['//host/path', null],
    ['file:///etc/passwd', null],
    ['', null],
    ['two words', null],
  ])('reads %j as %j', (typed, address) => {
    expect(typedAddress(typed)).toBe(address);
  });

  it('writes the address where nothing is selected, finds the link again around the caret, and takes it away', () => {
    const linked = after(bodyOf(block('see |')), setLink('https://example.org/'));
    expect(linked.doc.textContent).toBe('see https://example.org/');
    const target = linkTarget(linked);
    expect(target).toEqual({ from: 5, to: 25, href: 'https://example.org/' });
    const plain = after(linked, removeLink);
    expect(linkTarget(plain).href).toBe('');
    expect(plain.doc.textContent).toBe('see https://example.org/');
  });
});

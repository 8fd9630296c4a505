import { describe, expect, test } from 'vitest';
import { blockText, DEEPEST_INDENT } from '#shared/article/block.ts';
import { readFile } from '#shared/formats/catalogue.ts';
import type { Reading } from '#shared/formats/format.ts';

/** Of processor time, so that a busy machine does not matter. What this guards against takes minutes or never ends. */
const MOST_MS = 45_000;
const TIMEOUT = 300_000;

function read(name: string, text: string): Reading | string {
  const from = process.cpuUsage();
  const reading = readFile(name, new TextEncoder().encode(text));
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(MOST_MS);
  return reading.ok ? reading.value : reading.error.code;
}

function text(reading: Reading | string): string {
  return typeof reading === 'string' ? reading : reading.draft.body.map(blockText).join('\n');
}

const MARKDOWN: Readonly<Record<string, string>> = {
  quotes: `${'>'.repeat(10_000)} deep`,
  'spaced quotes': `${'> '.repeat(10_000)}deep`,
  'lists on one line': `${'- '.repeat(10_000)}deep`,
  'lists by indent': Array.from({ length: 2000 }, (_unused, at) => `${'  '.repeat(at)}- deep`).join('\n'),
  'nested siblings': '- - - - deep\n'.repeat(20_000),
  'strong in emphasis': `${'**a *b '.repeat(20_000)}deep${' c* d**'.repeat(20_000)}`,
  stars: 'a**b'.repeat(100_000),
  tildes: '~~deep'.repeat(50_000),
  brackets: `${'['.repeat(100_000)}deep`,
  'unclosed links': '[a](deep'.repeat(100_000),
  backticks: Array.from({ length: 3000 }, (_unused, at) => '`'.repeat(at)).join(' deep '),
  comments: '<!-- deep '.repeat(50_000),
  'html tags': '<a deep '.repeat(50_000),
  'html blocks': `${'<div>\n'.repeat(50_000)}deep`,
  'table columns': `${'|deep'.repeat(20_000)}\n${'|-'.repeat(20_000)}\n`,
  'table rows': `|a|b|\n|-|-|\n${'|c|deep|\n'.repeat(50_000)}`,
  'list items': '- deep\n'.repeat(100_000),
  definitions: Array.from({ length: 50_000 }, (_unused, at) => `[a${at}]: /deep`).join('\n'),
  footnotes: Array.from({ length: 1500 }, (_unused, at) => `[^${at}]: deep [^${at + 1}]`).join('\n\n'),
  entities: '&#x64;eep &amp;'.repeat(20_000),
  'front matter aliases': `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n---\ndeep`,
  'front matter depth': `---\ntitle: ${'['.repeat(20_000)}\n---\ndeep`,
};

describe('hostile Markdown', () => {
  test.each(Object.keys(MARKDOWN))('%s', { timeout: TIMEOUT }, (name) => {
    const reading = read('a.md', MARKDOWN[name] ?? '');
    expect(typeof reading === 'string' ? reading : 'read').toMatch(/^(?:read|too-large|empty-file)$/u);
    if (typeof reading === 'string') return;
    for (const block of reading.draft.body) {
      if ('indent' in block) expect(block.indent).toBeLessThanOrEqual(DEEPEST_INDENT);
    }
  });

  test('keys of objects are only data', () => {
    const reading = read('a.md', '---\n__proto__: {polluted: yes}\nconstructor: x\ntitle: Head\n---\ntext');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(typeof reading !== 'string' && reading.draft.headline).toMatchObject([{ text: 'Head' }]);
  });

  test('no raw HTML and no script address passes', () => {
    const reading = read(
      'a.md',
      'a <script>alert(1)</script> [x](javascript:alert(1)) ![y](javascript:2)\n\n<img src=x onerror=alert(1)>',
    );
    const draft = typeof reading === 'string' ? reading : JSON.stringify(reading.draft);
    expect(draft).not.toMatch(/<script|javascript:|onerror/u);
  });
});

const PAGES: Readonly<Record<string, string>> = {
  divs: `${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`,
  'divs never closed': `${'<div>'.repeat(100_000)}deep`,
  'self-closed divs': `${'<div/>'.repeat(100_000)}deep`,
  quotes: `${'<blockquote>'.repeat(10_000)}deep`,
  lists: `${'<ul><li>'.repeat(10_000)}deep`,
  tables: `${'<table><tr><td>'.repeat(5_000)}deep`,
  bold: `${'<b>'.repeat(50_000)}deep`,
  'fonts in paragraphs': Array.from({ length: 20_000 }, (_unused, at) => `<p><font color=${at}>deep`).join(''),
  'links in links': '<a href=https://e.com/>deep'.repeat(20_000),
  'misnested marks': '<b><i></b>deep</i>'.repeat(20_000),
  paragraphs: '<p>deep'.repeat(90_000),
  'table cells': `<table>${'<tr><td>deep<td>x'.repeat(40_000)}</table>`,
  attributes: `<p ${Array.from({ length: 100_000 }, (_unused, at) => `a${at}=b`).join(' ')}>deep`,
  'open quotes': `${'<a href="'.repeat(20_000)}>deep`,
  'open comment': `deep${'<!--'.repeat(50_000)}`,
  'open scripts': `deep${'<script>'.repeat(50_000)}`,
  'open drawings': `${'<svg>'.repeat(50_000)}deep`,
  selects: `${'<select><option>'.repeat(20_000)}deep`,
  templates: `${'<template>'.repeat(20_000)}deep`,
  entities: '&lt;deep&nbsp;&#x64;'.repeat(50_000),
  brackets: `deep${'<'.repeat(200_000)}`,
  spaces: `deep<p${' '.repeat(500_000)}>`,
  'linked data': `<script type="application/ld+json">${'['.repeat(50_000)}</script><p>deep`,
};

describe('hostile pages', () => {
  test.each(Object.keys(PAGES))('%s', { timeout: TIMEOUT }, (name) => {
    const reading = read('a.html', PAGES[name] ?? '');
    if (typeof reading === 'string') expect(reading).toBe('too-large');
    else expect(text(reading) + JSON.stringify(reading.draft.headline)).toContain('deep');
  });
});

describe('sheer size', () => {
  const sentence = 'The minister said on Monday that the talks had been put off until the end of the week. ';
  const paragraph = `${sentence.repeat(8)}\n\n`;
  const prose = (bytes: number) => paragraph.repeat(Math.floor(bytes / paragraph.length) - 1);

  test.each([
    ['a.txt', 25],
    ['a.md', 25],
    ['a.html', 5],
  ] as const)('prose as %s, %i MB', { timeout: TIMEOUT }, (name, megabytes) => {
    const whole = prose(megabytes * 1024 * 1024);
    const kept = text(read(name, whole)).length;
    expect(kept).toBeGreaterThan(whole.length * 0.9);
  });

  test('more paragraphs than any article has', { timeout: TIMEOUT }, () => {
    expect(read('a.txt', 'word\n\n'.repeat(4_000_000))).toBe('too-large');
  });

  test.each(['a.txt', 'a.md', 'a.html'])('one line of many megabytes as %s', { timeout: TIMEOUT }, (name) => {
    expect(typeof read(name, 'word '.repeat(1_000_000))).toBe('object');
    expect(typeof read(name, `a${' '.repeat(20_000_000)}b`)).toBe('object');
  });
});

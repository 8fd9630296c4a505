import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
type Light = 'light' | 'dark';

/** The value of a colour token in a theme, `#rrggbb`. */
function colour(name: string, light: Light): string {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`, 'u').exec(CSS);
  const value = light === 'light' ? pair?.[1] : pair?.[2];
  if (value === undefined) throw new Error(`--${name} is not a pair of colours`);
  return value;
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'paper-sunk', 'paper-raised', 'paper-hover'];
/** Text on ground: AA asks 4.5. */
const TEXTS: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => ['ink', 'ink-soft', 'ink-faint', 'accent'].map((ink) => [ink, ground] as const)),
  ...['ink', 'ink-soft', 'accent'].map((ink) => [ink, 'accent-soft'] as const),
  ...['danger', 'warn', 'good'].flatMap((ink) => [
    [ink, 'paper'] as const,
    [ink, 'paper-raised'] as const,
    [ink, `${ink}-soft`] as const,
  ]),
  ['ink', 'paper-pressed'],
  ['ink', 'danger-soft'],
  ['ink-soft', 'danger-soft'],
  ['ink', 'highlight'],
  ['ink', 'selection'],
  ['paper', 'ink'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
];
/** What must be seen but not read: AA asks 3. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['hairline-strong', 'paper'],
  ['hairline-strong', 'paper-raised'],
  ['accent', 'paper-pressed'],
];

describe.each<Light>(['light', 'dark'])('%s', (light) => {
  it.each(TEXTS)('%s on %s can be read', (ink, ground) => {
    expect(contrast(colour(ink, light), colour(ground, light))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(SHAPES)('%s on %s can be seen', (shape, ground) => {
    expect(contrast(colour(shape, light), colour(ground, light))).toBeGreaterThanOrEqual(3);
  });
});

describe('forced colours', () => {
  it('every colour but veils and shadows is one of the system', () => {
    const forced = /@media \(forced-colors: active\) \{\s*:root \{([^}]*)\}/u.exec(CSS)?.[1] ?? '';
    const ours = Array.from(CSS.matchAll(/--([\w-]+): light-dark\(#/gu), ([, name]) => name);
    const theirs = Array.from(forced.matchAll(/--([\w-]+): [A-Z][A-Za-z]+;/gu), ([, name]) => name);
    expect(theirs.toSorted()).toEqual(ours.toSorted());
  });
});

describe('contrast', () => {
  it('is measured as WCAG measures it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

import { describe, expect, it } from 'vitest';
import { sentenceAround } from '#renderer/editor/comfort/sentence.ts';

function around(marked: string, language = 'en'): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return text.slice(...sentenceAround(text, at, language));
}

describe('sentenceAround', () => {
  it('finds the sentence being written', () => {
    expect(around('One here. Two th|ere. Three.')).toBe('Two there.');
    expect(around('One here. Two there.|')).toBe('Two there.');
    expect(around('One here. T|wo')).toBe('Two');
    expect(around('|One here. Two')).toBe('One here.');
  });

  it('keeps the space just typed with the sentence before', () => {
    expect(around('One here. |')).toBe('One here. ');
    expect(around('|')).toBe('');
  });

  it('does not mind odd language tags', () => {
    expect(around('משפט ראשון. משפט ש|ני.', 'he')).toBe('משפט שני.');
    expect(around('One. T|wo.', 'no such tag')).toBe('Two.');
  });
});

import { describe, expect, it } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import { blockText } from '#shared/article/block.ts';
import { appendText } from '#shared/document/append.ts';
import { readState } from '#shared/document/read.ts';
import { stateOf } from '#shared/document/state.ts';
import { changeTo, draftOf, ID, stateOfDraft } from './pair.ts';

const START = stateOfDraft(draftOf('One.', 'Two.'));

function bodyOf(update: Uint8Array): string[] {
  return readState(ID, stateOf([START, update])).body.map(blockText);
}

describe('putting text at the end', () => {
  it('adds a paragraph for each line, and leaves what is there alone', () => {
    const update = changeTo(START, (doc) => appendText(doc, 'body', ' Three.\n\n  \nFour. '));
    expect(bodyOf(update)).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  it('goes into the field it is told to', () => {
    const update = changeTo(START, (doc) => appendText(doc, 'headline', 'and more'));
    const article = readState(ID, stateOf([START, update]));
    expect(headlineText(article)).toContain('and more');
    expect(article.body).toHaveLength(2);
  });
});

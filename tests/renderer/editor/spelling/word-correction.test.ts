import { expect, it } from 'vitest';
import { correctWord } from '#renderer/editor/spelling/word-correction.ts';
import { setBlockLanguage, setPassageLanguage } from '#renderer/editor/spelling/passage-language.ts';
import { after, block, bodyOf, told } from '../text.ts';

it('touches only the letters that differ', () => {
  const state = bodyOf(block('I recieve mail|'));
  const corrected = after(state, correctWord({ from: 3, to: 10, word: 'recieve' }, 'receive'));
  expect(told(corrected)).toEqual(['paragraph: I receive| mail']);
  let span = '';
  correctWord({ from: 3, to: 10, word: 'recieve' }, 'receive')(state, (tr) => {
    span = JSON.stringify(tr.steps[0]?.toJSON());
  });
  expect(span).toContain('"from":6,"to":8');
});

it('leaves the text alone where the word has gone meanwhile', () => {
  const state = bodyOf(block('I receive mail|'));
  expect(after(state, correctWord({ from: 3, to: 10, word: 'recieve' }, 'receive'))).toBe(state);
  expect(after(state, correctWord({ from: 12, to: 99, word: 'mail' }, 'male'))).toBe(state);
});

it('marks the word with the caret as being in a language, and takes it back', () => {
  const french = after(bodyOf(block('said mai|son here')), setPassageLanguage('fr'));
  const marks = french.doc.child(0).content.content.map(({ text, marks }) => [text, marks[0]?.attrs['tag']]);
  expect(marks).toEqual([
    ['said ', undefined],
    ['maison', 'fr'],
    [' here', undefined],
  ]);
  expect(after(french, setPassageLanguage(null)).doc.child(0).childCount).toBe(1);
  const german = after(bodyOf(block('Haus|')), setBlockLanguage('de'));
  expect(german.doc.child(0).attrs['language']).toBe('de');
  expect(after(german, setBlockLanguage('de'))).toBe(german);
});

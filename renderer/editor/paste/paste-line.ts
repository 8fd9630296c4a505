import { localeOf } from '#renderer/ui/words/language.ts';
import type { Words } from '#renderer/ui/words/words.tsx';
import type { PasteLine } from './long-paste.ts';
import './paste-line.css';

/** The line that stands where a long paste will be: how far it is, and how to stop it. */
export function pasteLine(words: Words): PasteLine {
  const element = document.createElement('div');
  element.className = 'paste-line';
  element.contentEditable = 'false';
  element.role = 'status';
  const bar = document.createElement('progress');
  bar.className = 'paste-line-bar';
  bar.ariaHidden = 'true';
  const text = document.createElement('span');
  const hint = document.createElement('kbd');
  hint.className = 'paste-line-hint';
  hint.textContent = words.pasting.cancelHint;
  element.append(bar, text, hint);
  const percents = new Intl.NumberFormat(localeOf(words.language), { style: 'percent' });
  let shown = '';
  return {
    element,
    show: (part) => {
      const percent = part === null ? '' : percents.format(part);
      if (part === null) bar.removeAttribute('value');
      else bar.value = part;
      if (percent === shown && text.textContent !== '') return;
      shown = percent;
      text.textContent = part === null ? words.pasting.pasting : words.pasting.pastingPart(percent);
    },
  };
}

import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { NODE } from '#shared/document/layout.ts';
import type { FindWords } from '#renderer/ui/words/en/find.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import type { Page } from '../page.ts';
import { titleAt } from '../sections.ts';
import type { PageHit } from './block-hits.ts';
import type { Finder, FindState, ShownHit } from './finder.ts';

/** So many are shown; the rest is counted. */
const MOST = 100;

interface FindListProps {
  readonly page: Page;
  readonly finder: Finder;
  readonly state: FindState;
}

/** All that was found, in its context; pressing one goes there. */
export function FindList({ page, finder, state }: FindListProps) {
  const words = useWords();
  const count = state.hits.length;
  // The list stays near what is shown in the text, however long it is.
  const from = Math.max(0, Math.min(state.now - MOST / 2, count - MOST));
  const shown = finder.shown(from, from + MOST);
  const rest = count - shown.length;
  return (
    <div className="find-list">
      <ListBox
        aria-label={words.find.list}
        className="find-hits"
        selectionMode="none"
        onAction={(key) => finder.goTo(Number(key))}
      >
        {shown.map((one) => (
          <Item key={one.place} one={one} isNow={one.place === state.now} page={page} />
        ))}
      </ListBox>
      {rest > 0 ? <p className="find-rest">{words.count(words.find.more, rest)}</p> : null}
    </div>
  );
}

interface ItemProps {
  readonly one: ShownHit;
  readonly isNow: boolean;
  readonly page: Page;
}

function Item({ one, isNow, page }: ItemProps) {
  const words = useWords();
  const { place, before, found, after, hit } = one;
  return (
    <ListBoxItem id={String(place)} textValue={`${before}${found}${after}`} className="find-hit" data-now={isNow}>
      <Text slot="label" className="find-label">
        <span className="find-words" dir="auto">
          {before}
          <mark>{found}</mark>
          {after}
        </span>
        <span className="find-where" dir="auto">
          {whereOf(page, hit, words.find)}
        </span>
      </Text>
    </ListBoxItem>
  );
}

/** The field, or in the body the section, a hit stands in. */
function whereOf(page: Page, hit: PageHit, words: FindWords): string {
  if (hit.field === 'headline') return words.headline;
  if (hit.field === 'standfirst') return words.standfirst;
  if (hit.block.type.name === NODE.figure) return words.caption;
  if (hit.block.type.name === NODE.table) return words.table;
  const doc = page.editors?.body.state.doc;
  const title = doc === undefined ? '' : titleAt(doc, hit.index);
  return title === '' ? words.opening : title;
}

import { useDesk, useReaders, useStanding } from '#renderer/connection/desk.tsx';
import { readersLine } from '#renderer/ui/words/readers.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import type { ArticleId } from '#shared/article/identity.ts';
import type { DeskOverview } from '#shared/contract/desk.ts';
import './desk-status.css';

/** After "on this machine": whether the text is in the folder, how many colleagues have it, and who is here now. */
export function DeskStatus({ id }: { id: ArticleId }) {
  const words = useWords();
  const overview = useDesk();
  const standing = useStanding(id);
  if (overview === undefined || overview === null || standing === null) return null;
  const { desk } = words;
  if (standing === 'private') return <p className="desk-status">{desk.private}</p>;
  const seenBy = membersWithAll(overview);
  const isSeen = standing === 'sent' && seenBy > 0;
  return (
    <p className="desk-status">
      {standing === 'sent' ? desk.inFolder : whyNot(overview, words)}
      {isSeen ? (
        <span className="desk-status-seen" title={desk.seenByHint}>
          {words.count(desk.seenBy, seenBy)}
        </span>
      ) : null}
    </p>
  );
}

/** Who else has the story open. */
export function DeskReaders({ id }: { id: ArticleId }) {
  const words = useWords();
  const readers = useReaders(id);
  if (readers.length === 0) return null;
  return <span className="desk-status-readers">{readersLine(words, readers)}</span>;
}

function whyNot({ paused, trouble }: DeskOverview, { desk }: Words): string {
  if (paused) return desk.pausedShort;
  return trouble === null ? desk.toFolder : desk.folderAway;
}

/** How many people, at whatever machine of theirs, have everything we published. */
function membersWithAll({ colleagues }: DeskOverview): number {
  return new Set(colleagues.filter(({ lacksOurs }) => lacksOurs === 0).map(({ member }) => member)).size;
}

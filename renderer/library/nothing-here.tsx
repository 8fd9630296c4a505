import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';

export interface NothingHereProps {
  readonly search: string;
  readonly trashed: boolean;
  readonly onClear: () => void;
}

/** Why the list is empty, and the way back to all stories. */
export function NothingHere({ search, trashed, onClear }: NothingHereProps) {
  const { app } = useWords();
  if (search !== '') {
    return (
      <EmptyState title={app.library.nothingFound} hint={app.library.nothingFoundHint}>
        <Button onPress={onClear}>{app.library.clearFilters}</Button>
      </EmptyState>
    );
  }
  if (trashed) return <EmptyState title={app.library.trashEmpty} hint={app.library.trashEmptyHint} />;
  return (
    <EmptyState title={app.library.nothingHere} hint={app.library.nothingHereHint}>
      <Button onPress={onClear}>{app.library.clearFilters}</Button>
    </EmptyState>
  );
}

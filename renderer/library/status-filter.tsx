import { Trash2 } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { isStatus, STATUSES, type Status } from '#shared/article/status.ts';
import { StatusDot } from '#renderer/ui/status-mark.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import './status-filter.css';

export interface StatusFilterProps {
  /** A status, `null` for all, or the trash. */
  readonly shown: Status | 'trash' | null;
  readonly onShow: (shown: Status | 'trash' | null) => void;
}

/** Which stories the list shows: all, those at one stage, or what was thrown away. */
export function StatusFilter({ shown, onShow }: StatusFilterProps) {
  const words = useWords();
  return (
    <ToggleButtonGroup
      className="status-filter"
      aria-label={words.app.library.filters}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown ?? 'all']}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onShow(isStatus(key) ? key : key === 'trash' ? 'trash' : null);
      }}
    >
      <ToggleButton id="all" className="status-filter-item">
        {words.app.library.all}
      </ToggleButton>
      {STATUSES.map((status) => (
        <ToggleButton key={status} id={status} className="status-filter-item">
          <StatusDot status={status} />
          {words.app.status[status]}
        </ToggleButton>
      ))}
      <ToggleButton id="trash" className="status-filter-item status-filter-trash">
        <Trash2 size={13} aria-hidden />
        {words.app.library.trash}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

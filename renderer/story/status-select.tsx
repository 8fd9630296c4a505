import { STATUSES, type Status } from '#shared/article/status.ts';
import { Select } from '#renderer/ui/select.tsx';
import { StatusDot } from '#renderer/ui/status-mark.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';

export interface StatusSelectProps {
  readonly status: Status;
  readonly onChange: (status: Status) => void;
  readonly layout?: 'inline' | 'stacked';
  readonly size?: 'small' | 'medium';
  readonly labelHidden?: boolean;
  readonly isDisabled?: boolean;
}

/** Where the article is in the pipeline. */
export function StatusSelect({ status, onChange, ...rest }: StatusSelectProps) {
  const { app } = useWords();
  return (
    <Select
      {...rest}
      label={app.story.status}
      value={status}
      onChange={onChange}
      choices={STATUSES.map((id) => ({ id, name: app.status[id], mark: <StatusDot status={id} /> }))}
    />
  );
}

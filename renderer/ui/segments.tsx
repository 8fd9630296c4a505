import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './segments.css';

export interface SegmentsProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}

/** One of a few, all of them in sight. */
export function Segments<Id extends string>({ label, choices, value, onChange }: SegmentsProps<Id>) {
  return (
    <div className="segments">
      <span className="segments-label" aria-hidden>
        {label}
      </span>
      <ToggleButtonGroup
        className="segments-row"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const chosen = choices.find(({ id }) => keys.has(id));
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {choices.map(({ id, name }) => (
          <ToggleButton key={id} id={id} className="segment">
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

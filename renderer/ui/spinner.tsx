import { ProgressBar } from 'react-aria-components';
import './spinner.css';

/** Something is going on and will not be long. Appears only after a moment, so that quick work does not flicker. */
export function Spinner({ label }: { label: string }) {
  return (
    <ProgressBar isIndeterminate aria-label={label} className="spinner">
      <span className="spinner-dots" aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <span className="spinner-label">{label}</span>
    </ProgressBar>
  );
}

/** How far a longer piece of work is, from 0 to 1; without a value, only that it goes on. */
export function Progress({ label, value }: { label: string; value?: number }) {
  return (
    <ProgressBar
      aria-label={label}
      className="progress"
      isIndeterminate={value === undefined}
      value={(value ?? 0) * 100}
    >
      {({ percentage }) => (
        <svg className="progress-track" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden>
          <rect className="progress-bar" width={percentage ?? 30} height="2" />
        </svg>
      )}
    </ProgressBar>
  );
}

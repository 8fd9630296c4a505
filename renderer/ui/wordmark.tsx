import './wordmark.css';

/** The name with the dots a proofreader sets beneath a word that is to stand. */
export function Wordmark({ size = 'small' }: { size?: 'small' | 'large' }) {
  return (
    <span className={`wordmark wordmark-${size}`} lang="en" dir="ltr">
      Stet
    </span>
  );
}

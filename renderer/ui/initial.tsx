import './initial.css';

/** A person as one letter on a disc, beside words that say who it is. */
export function Initial({ name, isUs = false }: { name: string; isUs?: boolean }) {
  const [letter = '·'] = name.trim();
  return (
    <span className={isUs ? 'initial initial-us' : 'initial'} aria-hidden>
      {letter.toLocaleUpperCase()}
    </span>
  );
}

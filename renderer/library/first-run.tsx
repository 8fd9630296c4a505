import { FilePlus2, PenLine } from 'lucide-react';
import { Button } from '#renderer/ui/button.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import './first-run.css';

/** An empty library: one press away from a caret in a headline. */
export function FirstRun({ onWrite, onImport }: { onWrite: () => void; onImport: () => void }) {
  const { app } = useWords();
  return (
    <section className="first-run">
      <h1 className="first-run-title">{app.library.firstTitle}</h1>
      <p className="first-run-text">{app.library.firstText}</p>
      <div className="first-run-actions">
        <Button variant="primary" size="large" onPress={onWrite}>
          <PenLine size={17} aria-hidden />
          {app.library.writeFirst}
        </Button>
        <Button size="large" onPress={onImport}>
          <FilePlus2 size={17} aria-hidden />
          {app.library.importFirst}
        </Button>
      </div>
      <p className="first-run-drop">{app.library.firstDrop}</p>
    </section>
  );
}

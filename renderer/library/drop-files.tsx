import { useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '#renderer/ui/words/words.tsx';
import './drop-files.css';

/** Takes files dropped anywhere on the window, and says so while they are held above it. */
export function DropFiles({ onDrop }: { onDrop: (files: readonly File[]) => void }) {
  const words = useWords();
  const [held, setHeld] = useState(false);
  const drop = useEffectEvent(onDrop);

  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setHeld(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setHeld(false);
    };
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const release = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setHeld(false);
      drop([...(event.dataTransfer?.files ?? [])]);
    };
    const all = { dragenter: enter, dragleave: leave, dragover: over, drop: release } as const;
    for (const [name, listener] of Object.entries(all)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(all)) window.removeEventListener(name, listener as EventListener);
    };
  }, []);

  if (!held) return null;
  return (
    <div className="drop-files" aria-hidden>
      <p className="drop-files-title">{words.app.library.drop}</p>
      <p className="drop-files-hint">{words.app.library.dropHint}</p>
    </div>
  );
}

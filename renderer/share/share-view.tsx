import { ArrowLeft, ArrowRight, Share } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Article } from '#shared/article/article.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { ReaderPage } from './reader-page.tsx';
import './share-view.css';
import { SharingPanel } from './sharing-panel.tsx';

export interface ShareViewProps {
  readonly article: Article;
  readonly related: readonly ResolvedRelated[];
  /** When it was last written, ISO 8601. */
  readonly modified: string;
  /** Prefix under which pictures are served, ending in a slash. */
  readonly mediaBase: string;
  readonly onBack: () => void;
}

const WIDTHS = ['phone', 'tablet', 'desktop'] as const;
type Width = (typeof WIDTHS)[number];

/** The article as readers will have it, at the width of their screen, and what it looks like when it is shared. */
export function ShareView({ article, related, modified, mediaBase, onBack }: ShareViewProps) {
  const words = useWords();
  const { share } = words.app;
  const [width, setWidth] = useState<Width>('desktop');
  const [sharing, setSharing] = useState(false);
  useEscape(onBack);
  const Back = words.direction === 'rtl' ? ArrowRight : ArrowLeft;

  return (
    <main className="share-view" aria-label={share.title}>
      <header className="share-bar">
        <Button variant="plain" onPress={onBack}>
          <Back size={16} aria-hidden />
          {share.edit}
        </Button>
        <ToggleButtonGroup
          className="share-widths"
          aria-label={share.width}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[width]}
          onSelectionChange={(keys) => setWidth(WIDTHS.find((name) => keys.has(name)) ?? 'desktop')}
        >
          {WIDTHS.map((name) => (
            <ToggleButton key={name} id={name} className="share-width">
              {share[name]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Button onPress={() => setSharing(true)} aria-haspopup="dialog">
          <Share size={15} aria-hidden />
          {words.app.shareAction}
        </Button>
      </header>
      <section className="share-stage" aria-label={share.page}>
        <div className={`share-page share-page-${width}`}>
          <ReaderPage
            article={article}
            related={related}
            modified={modified}
            mediaBase={mediaBase}
            onShare={() => setSharing(true)}
          />
        </div>
      </section>
      <SharingPanel article={article} mediaBase={mediaBase} isOpen={sharing} onClose={() => setSharing(false)} />
    </main>
  );
}

/** Esc goes back, unless something above the page wants it first. */
function useEscape(onEscape: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const busy = document.querySelector('.dialog-veil, .popover, .tooltip') !== null;
    if (event.key === 'Escape' && !event.defaultPrevented && !busy) onEscape();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

import { Link2, Mail, TextQuote } from 'lucide-react';
import { headlineText, type Article } from '#shared/article/article.ts';
import { SURFACES } from '#shared/surfaces/catalogue.ts';
import { shareTextOf } from '#shared/surfaces/share-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import './sharing-panel.css';
import { SurfaceCard } from './surface-card.tsx';

export interface SharingPanelProps {
  readonly article: Article;
  readonly mediaBase: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** `Sharing: <headline>`: the ways to pass the article on, and how each place will show it. */
export function SharingPanel({ article, mediaBase, isOpen, onClose }: SharingPanelProps) {
  const { app } = useWords();
  const { share } = app;
  const texts = shareTextOf(article);
  const link = article.metadata.canonicalUrl;
  const headline = headlineText(article);
  const message = [texts.title, texts.description, link].filter((part) => part !== '').join('\n\n');
  const copy = async (text: string, said: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ title: said });
    } catch {
      toast({ title: share.copyRefused, tone: 'danger' });
    }
  };

  return (
    <Dialog
      shape="side"
      isOpen={isOpen}
      onClose={onClose}
      title={
        <>
          {share.sharing} <bdi>{headline === '' ? app.untitled : headline}</bdi>
        </>
      }
    >
      <div className="sharing-ways">
        <Button isDisabled={link === ''} onPress={() => void copy(link, share.linkCopied)}>
          <Link2 size={15} aria-hidden />
          {share.copyLink}
        </Button>
        <Button onPress={() => void copy(message, share.textCopied)}>
          <TextQuote size={15} aria-hidden />
          {share.copyText}
        </Button>
        <a className="button button-quiet button-medium sharing-mail" href={mailAddress(texts.title, message)}>
          <Mail size={15} aria-hidden />
          {share.email}
        </a>
      </div>
      {link === '' ? <p className="sharing-hint">{share.noLink}</p> : null}
      {SURFACES.map((surface) => (
        <SurfaceCard key={surface.id} surface={surface} texts={texts} link={link} mediaBase={mediaBase} />
      ))}
    </Dialog>
  );
}

function mailAddress(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

import type { Command } from '@tiptap/pm/state';
import { keyboardGoesTo } from '#renderer/ui/keyboard-home.ts';
import type { Asking, Question } from './asking.ts';
import './block-dialogs.css';
import { EmbedDialog } from './card/embed-dialog.tsx';
import { insertEmbed } from './card/embed.ts';
import { insertRelatedCard } from './card/related-card.ts';
import { RelatedDialog } from './card/related-dialog.tsx';
import type { Page } from './page.ts';
import { TableDialog } from './table/table-dialog.tsx';
import { TableMenu } from './table/table-menu.tsx';
import { insertTable } from './table/table-commands.ts';

interface BlockDialogProps {
  readonly page: Page;
  readonly asking: Asking;
  readonly question: Question;
}

/** The dialog or menu that belongs to a question of the blocks. It gives the keyboard back to the text. */
export function BlockDialog({ page, asking, question }: BlockDialogProps) {
  const leave = (work: () => void): void => {
    asking.close();
    keyboardGoesTo(work);
  };
  const close = (): void => leave(() => page.focus());
  // In this order, so that the caret the command sets is the one the browser hears of last.
  const run = (command: Command): void =>
    leave(() => {
      page.focus();
      page.run(command);
    });
  switch (question.kind) {
    case 'table-menu':
      return <TableMenu page={page} question={question} onRun={run} onClose={close} />;
    case 'table-size':
      return <TableDialog onInsert={(size) => run(insertTable(size))} onClose={close} />;
    case 'embed':
      return <EmbedDialog onInsert={(attributes) => run(insertEmbed(attributes))} onClose={close} />;
    case 'related-card':
      return (
        <RelatedDialog session={page.session} onPick={(related) => run(insertRelatedCard(related))} onClose={close} />
      );
  }
}

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';
import { IconButton } from './icon-button.tsx';
import { KeyboardReturn } from './keyboard-home.ts';
import { useWords } from './words/words.tsx';

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The row of buttons at the foot. */
  readonly actions?: ReactNode;
  /** `side` is a sheet at the inline end, as high as the window. */
  readonly shape?: 'middle' | 'wide' | 'side';
}

/** A surface above the page that keeps the keyboard until it is closed; Esc, the cross and pressing outside close it. */
export function Dialog({ title, isOpen, onClose, children, actions, shape = 'middle' }: DialogProps) {
  const words = useWords();
  return (
    <ModalOverlay
      className={`dialog-veil dialog-veil-${shape}`}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable
    >
      <Modal className={`dialog dialog-${shape}`}>
        <AriaDialog className="dialog-box">
          <KeyboardReturn isOpen={isOpen} />
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label={words.app.close} icon={<X size={18} />} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {actions === undefined ? null : <footer className="dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

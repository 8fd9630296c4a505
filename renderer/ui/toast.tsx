import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import './toast.css';
import { useWords } from './words/words.tsx';

export interface ToastMessage {
  readonly title: ReactNode;
  readonly details?: ReactNode;
  readonly tone?: 'plain' | 'danger';
  /** One thing to do about it; the toast closes when it is done. */
  readonly action?: { readonly name: string; readonly onPress: () => void };
  /** Called once, when it has gone, whatever took it away. */
  readonly onClose?: () => void;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** How long a toast stays, in milliseconds. Those with something to do stay longer. */
const STAY = 6_000;
const STAY_WITH_ACTION = 12_000;

/** Says something in passing. A failure stays until it is closed. Returns the way to take it back. */
export function toast(message: ToastMessage): () => void {
  const timeout = message.action === undefined ? STAY : STAY_WITH_ACTION;
  const { onClose } = message;
  const key = queue.add(message, {
    ...(message.tone === 'danger' ? {} : { timeout }),
    ...(onClose === undefined ? {} : { onClose }),
  });
  return () => queue.close(key);
}

/** Where toasts appear; stands once, in the shell. Shift+F6 goes to it, and F6 where that goes nowhere else. */
export function Toasts() {
  const words = useWords();
  return (
    <ToastRegion queue={queue} className="toasts">
      {({ toast: shown }) => (
        <AriaToast toast={shown} className={`toast toast-${shown.content.tone ?? 'plain'}`}>
          <ToastContent className="toast-content">
            {/* It may have been said in the language spoken before. */}
            <Text slot="title" className="toast-title" dir="auto">
              {shown.content.title}
            </Text>
            {shown.content.details === undefined ? null : (
              <Text slot="description" className="toast-details" dir="auto">
                {shown.content.details}
              </Text>
            )}
          </ToastContent>
          {shown.content.action === undefined ? null : (
            <Button
              variant="plain"
              size="small"
              onPress={() => {
                shown.content.action?.onPress();
                queue.close(shown.key);
              }}
            >
              {shown.content.action.name}
            </Button>
          )}
          <IconButton slot="close" size="small" label={words.app.close} icon={<X size={14} />} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}

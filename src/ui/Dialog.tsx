import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../messages/useMessages.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  actions?: ReactNode;
  children: ReactNode;
}

/** A modal dialog: the browser keeps the focus inside, Escape closes it and the focus goes back. */
export function Dialog({ title, open, onClose, actions, children }: DialogProps) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return createPortal(
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className={styles.content}>
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            <Button variant="quiet" icon="close" onClick={onClose}>
              <span className="visually-hidden">{t('common.close')}</span>
            </Button>
          </div>
          {children}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>,
    document.body,
  );
}

import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';

type SheetProps = { title: string; onClose: () => void; children: ReactNode };

/** Covers the tab until it is done with; the phone's back gesture and Esc close it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const { t } = useTranslation('field');
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything inside measures itself.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.sheetHead}>
        <h2>{title}</h2>
        <button type="button" className={styles.icon} aria-label={t('close')} onClick={onClose}>
          <X size="1.4em" aria-hidden />
        </button>
      </header>
      {children}
    </dialog>
  );
}

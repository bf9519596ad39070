import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faultAt, useSentence } from './sentence-context.ts';
import styles from './Sentence.module.css';

type BlankProps = {
  /** The field of the rule that is filled in here, as faults name it. */
  path: string;
  /** What may be chosen here. */
  label: string;
  /** What is chosen. */
  words: string;
  /** Gets what closes it, for choices that are made with one click. */
  children: (close: () => void) => ReactNode;
};

/** A blank of the sentence: shows what is chosen, opens its choices, and says what is wrong with it. */
export function Blank({ path, label, words, children }: BlankProps) {
  const { t } = useTranslation('linkage');
  const { change, faults } = useSentence();
  // `back`: closed by its own choice or Esc, so that the keyboard goes back to the chip.
  const [shown, setShown] = useState<'closed' | 'open' | 'back'>('closed');
  const open = shown === 'open';
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown === 'open') firstOf(choices.current)?.focus();
    if (shown === 'back') button.current?.focus();
  }, [shown]);
  if (change === null) return <strong className={styles.read}>{words}</strong>;
  const fault = faultAt(faults, path);
  const close = (): void => setShown('back');
  return (
    <span
      className={styles.blank}
      data-blank={path}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setShown('closed');
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.chip}
        aria-label={t('blankSays', { label, words })}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-describedby={fault ? `${id}-fault` : undefined}
        data-fault={fault ?? undefined}
        onClick={() => setShown(open ? 'closed' : 'open')}
      >
        {words}
      </button>
      {fault ? (
        <span id={`${id}-fault`} className={styles.fault} role="alert">
          {t(`fault.${fault}`, { defaultValue: fault })}
        </span>
      ) : null}
      {open ? (
        <div
          ref={choices}
          className={styles.choices}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {children(close)}
        </div>
      ) : null}
    </span>
  );
}

/** What is chosen already has the keyboard first, so that arrows go on from there. */
function firstOf(choices: HTMLElement | null): HTMLElement | null {
  return (
    choices?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    choices?.querySelector<HTMLElement>('input, select, button') ??
    null
  );
}

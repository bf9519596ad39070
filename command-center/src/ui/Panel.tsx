import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Guarded } from './Guarded.tsx';
import { NowMark } from './NowMark.tsx';
import styles from './Panel.module.css';

type PanelProps = {
  title: ReactNode;
  /** Beside the title: counts, the as-of time. */
  aside?: ReactNode;
  onClose?: () => void;
  children: ReactNode;
  /** Lies over other panels: nothing of them may shine through. */
  raised?: boolean;
  /** A page of its own above the hall, which goes on underneath. */
  page?: boolean;
  className?: string | undefined;
  /** Shows the past while a replay does, or nothing that changes: it is not marked as the present then. */
  past?: boolean;
};

export function Panel(props: PanelProps) {
  const { title, aside, onClose, children, raised, page, className, past = false } = props;
  const { t } = useTranslation('ui');
  return (
    <section
      className={[styles.panel, raised && styles.raised, page && styles.page, className]
        .filter(Boolean)
        .join(' ')}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {past ? null : <NowMark />}
        {aside ? <span className={styles.aside}>{aside}</span> : null}
        {onClose ? (
          <Button look="plain" aria-label={t('close')} title={t('close')} onClick={onClose}>
            <X size="1.1em" aria-hidden />
          </Button>
        ) : null}
      </header>
      <div className={styles.body}>
        <Guarded>{children}</Guarded>
      </div>
    </section>
  );
}

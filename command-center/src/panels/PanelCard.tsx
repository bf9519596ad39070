import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SituationPanel } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { Guarded } from '#ui/Guarded.tsx';
import styles from './Panels.module.css';

type PanelAction = { words: string; run: () => void };

type PanelCardProps = {
  panel: SituationPanel;
  /** Instead of the panel's own. */
  title?: string;
  /** Where its numbers come from. */
  source: ReactNode;
  /** Where the source does not say it itself. */
  asOf?: Date;
  /** No panel without one. */
  action: PanelAction;
  children: ReactNode;
};

/** One question of a commander, answered in numbers that open, with something to do about it. */
export function PanelCard({ panel, title, source, asOf, action, children }: PanelCardProps) {
  const { t } = useTranslation('panels');
  const name = title ?? t(`panel.${panel}`);
  return (
    <section className={styles.card} aria-label={name} data-panel={panel}>
      <header className={styles.cardHead}>
        <h3>{name}</h3>
        <Button look="plain" data-act={`panel-${panel}`} onClick={action.run}>
          {action.words}
        </Button>
      </header>
      <Guarded>{children}</Guarded>
      <p className={styles.source}>
        {source}
        {asOf ? (
          <>
            {' '}
            · <ClockTime at={asOf} />
          </>
        ) : null}
      </p>
    </section>
  );
}

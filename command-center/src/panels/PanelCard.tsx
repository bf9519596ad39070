import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SituationPanel } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import styles from './Panels.module.css';

type PanelAction = { words: string; run: () => void };

type PanelCardProps = {
  panel: SituationPanel;
  /** Where its numbers come from. */
  source: string;
  asOf: Date;
  /** No panel without one. */
  action: PanelAction;
  children: ReactNode;
};

/** One question of a commander, answered in numbers that open, with something to do about it. */
export function PanelCard({ panel, source, asOf, action, children }: PanelCardProps) {
  const { t } = useTranslation('panels');
  return (
    <section className={styles.card} aria-label={t(`panel.${panel}`)} data-panel={panel}>
      <header className={styles.cardHead}>
        <h3>{t(`panel.${panel}`)}</h3>
        <Button look="plain" data-act={`panel-${panel}`} onClick={action.run}>
          {action.words}
        </Button>
      </header>
      {children}
      <p className={styles.source}>
        {source} · <ClockTime at={asOf} />
      </p>
    </section>
  );
}

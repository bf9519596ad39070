import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import styles from './PurposeChooser.module.css';

type PurposeChooserProps = {
  purposes: readonly string[];
  onChoose: (purpose: string) => void;
};

/** Asks why, before anything is opened: the answer is written into the register of looks. */
export function PurposeChooser({ purposes, onChoose }: PurposeChooserProps) {
  const { t } = useTranslation('cameras');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <div className={styles.chooser} role="group" aria-label={t('chooser.question')} ref={list}>
      <p>{t('chooser.question')}</p>
      <div className={styles.purposes}>
        {purposes.map((purpose) => (
          <Button key={purpose} data-purpose={purpose} onClick={() => onChoose(purpose)}>
            {t(`purpose.${purpose}`, { defaultValue: purpose })}
          </Button>
        ))}
      </div>
      <p className={styles.note}>{t('chooser.registered')}</p>
    </div>
  );
}

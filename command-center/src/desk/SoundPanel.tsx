import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DeskFiltersDocument } from '#gis/generated/graphql.ts';
import {
  classSounds,
  quietFor,
  soundClass,
  useAlarmSounds,
  type ClassSound,
} from '#incidents/alarm-sounds.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useNow } from '#ui/use-now.ts';
import { useClassName } from '#words/use-class-name.ts';
import styles from './DeskSide.module.css';

const minutes = [5, 15, 60] as const;

/** How alarms sound at this screen: quiet for some minutes, and each class in its own way. */
export function SoundPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  const classNameOf = useClassName();
  const now = useNow(1_000);
  const quietUntil = useAlarmSounds((state) => state.quietUntil);
  const byClass = useAlarmSounds((state) => state.byClass);
  const { data } = useQuery(DeskFiltersDocument);
  const isQuiet = quietUntil !== null && now < quietUntil;
  return (
    <Panel raised title={t('sound.title')} onClose={onClose} className={styles.panel}>
      <p className={styles.buttons} data-quiet={isQuiet}>
        {minutes.map((each) => (
          <Button key={each} data-quiet-for={each} onClick={() => quietFor(each, Date.now())}>
            {t('sound.quietFor', { minutes: each })}
          </Button>
        ))}
        {isQuiet ? (
          <>
            <strong>{t('sound.left', { span: spanOf(quietUntil - now) })}</strong>
            <Button look="plain" onClick={() => quietFor(0, Date.now())}>
              {t('sound.end')}
            </Button>
          </>
        ) : null}
      </p>
      <p className={styles.quiet}>{t('sound.note')}</p>
      <ul className={styles.classes}>
        {(data?.incidentClasses ?? []).map((each) => (
          <li key={each.code}>
            <label>
              {classNameOf(each)}
              <select
                value={byClass[each.code] ?? 'by-rule'}
                onChange={(event) => soundClass(each.code, event.target.value as ClassSound)}
              >
                {classSounds.map((sound) => (
                  <option key={sound} value={sound}>
                    {t(`sound.${sound}`)}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Minutes and seconds. */
function spanOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

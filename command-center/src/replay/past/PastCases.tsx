import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { flyToPlace } from '#map/map-host.ts';
import { select } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import type { PastCase } from '../picture-at.ts';
import { replayState } from '../replay-state.ts';
import { shownPast } from '../use-replay.ts';
import { PastActs } from './PastActs.tsx';
import { PastWall } from './PastWall.tsx';
import styles from './Past.module.css';

const mostRows = 60;

/** The cases as they stood at the moment shown, the unseen and the gravest first, in place of the live column. */
export function PastCases() {
  const { t } = useTranslation('replay');
  const at = useStore(replayState, (state) => state.at);
  const picture = useStore(shownPast, (state) => state.picture);
  if (!picture) return <p className={styles.note}>{t('loading')}</p>;
  const cases = picture.cases.toSorted(
    (a, b) => Number(a.acknowledged) - Number(b.acknowledged) || a.grade - b.grade,
  );
  return (
    <section
      className={styles.past}
      aria-label={t('casesThen')}
      data-picture-at={new Date(picture.at).toISOString()}
    >
      <h2>{t('openThen', { count: cases.length })}</h2>
      <p className={styles.note}>
        {/* A picture of another moment stands until this one's is there. */}
        {picture.at === at
          ? t('othersThen', {
              cameras: picture.unwellCameras.length,
              units: picture.units.length,
            })
          : t('loading')}
      </p>
      <PastWall screens={picture.screens} />
      <PastActs acts={picture.acts} />
      <ul className={styles.rows}>
        {cases.slice(0, mostRows).map(({ position: [longitude, latitude], ...row }) => (
          <PastRow key={row.id} {...row} longitude={longitude} latitude={latitude} />
        ))}
      </ul>
      {cases.length > mostRows ? (
        <p className={styles.note}>{t('more', { count: cases.length - mostRows })}</p>
      ) : null}
    </section>
  );
}

type PastRowProps = Omit<PastCase, 'position' | 'dueAt'> & { longitude: number; latitude: number };

/** Between two moments most rows are the same, and are left as they stand. */
const PastRow = memo(function PastRow(row: PastRowProps) {
  const { id, title, grade, state, acknowledged, longitude, latitude } = row;
  const { t } = useTranslation('replay');
  const { t: journal } = useTranslation('journal');
  const titleOf = useIncidentTitle();
  return (
    <li data-past-incident={id} data-acknowledged={acknowledged} data-state={state}>
      <Button
        look="plain"
        onClick={() => {
          select({ kind: 'incident', id, position: [longitude, latitude] });
          flyToPlace([longitude, latitude]);
        }}
      >
        {t('row', { grade, title: titleOf(title) })} · {journal(`states.${state}`)} ·{' '}
        {t(acknowledged ? 'acknowledged' : 'unseen')}
      </Button>
    </li>
  );
});

import { useTranslation } from 'react-i18next';
import { flyToPlace } from '#map/map-host.ts';
import { select } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { replayState } from '../replay-state.ts';
import type { Picture } from '../picture-at.ts';
import { PastActs } from './PastActs.tsx';
import { PastWall } from './PastWall.tsx';
import styles from './Past.module.css';

const mostRows = 60;

/** The cases as they stood at the moment shown, the unseen and the gravest first, in place of the live column. */
export function PastCases({ picture }: { picture: Picture | null }) {
  const { t } = useTranslation('replay');
  const { t: journal } = useTranslation('journal');
  const at = useStore(replayState, (state) => state.at);
  const titleOf = useIncidentTitle();
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
        {cases.slice(0, mostRows).map(({ id, title, grade, state, acknowledged, position }) => (
          <li key={id} data-past-incident={id} data-acknowledged={acknowledged} data-state={state}>
            <Button
              look="plain"
              onClick={() => {
                select({ kind: 'incident', id, position });
                flyToPlace(position);
              }}
            >
              {t('row', { grade, title: titleOf(title) })} · {journal(`states.${state}`)} ·{' '}
              {t(acknowledged ? 'acknowledged' : 'unseen')}
            </Button>
          </li>
        ))}
      </ul>
      {cases.length > mostRows ? (
        <p className={styles.note}>{t('more', { count: cases.length - mostRows })}</p>
      ) : null}
    </section>
  );
}

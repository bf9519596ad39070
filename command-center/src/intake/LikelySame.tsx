import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DuplicatesAtDocument } from '#gis/generated/graphql.ts';
import { select } from '#map/map-model.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import styles from './Intake.module.css';

type LikelySameProps = {
  classCode: string;
  position: { longitude: number; latitude: number };
};

/** Before it is sent: what of the same class is there already, so that a caller is told instead of counted twice. */
export function LikelySame({ classCode, position }: LikelySameProps) {
  const { t } = useTranslation('intake');
  const titleOf = useIncidentTitle();
  const { data } = useQuery(DuplicatesAtDocument, {
    variables: { classCode, position },
    fetchPolicy: 'cache-and-network',
  });
  const same = data?.duplicatesAt ?? [];
  if (same.length === 0) return null;
  return (
    <section className={styles.warning} data-likely-same={same.length}>
      <h4>{t('likelySame', { count: same.length })}</h4>
      <ul className={styles.offers}>
        {same.map(({ id, caseNo, title, state, address, reportedAt, position: at }) => (
          <li key={id} className={styles.line}>
            <span>
              {caseNo ?? titleOf(title)}{' '}
              <span className={styles.quiet}>
                {t(`incidents:state.${state}`)} · <Age since={new Date(reportedAt)} />
                {address ? ` · ${address}` : null}
              </span>
            </span>
            <Button
              onClick={() =>
                select({ kind: 'incident', id, position: [at.longitude, at.latitude] })
              }
            >
              {t('open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

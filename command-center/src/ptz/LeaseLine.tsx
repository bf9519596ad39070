import { useTranslation } from 'react-i18next';
import type { LeaseFieldsFragment } from '#gis/generated/graphql.ts';
import styles from './PtzDeck.module.css';

/** Who turns the camera, who waits, and what happened to that last: the same for all who look. */
export function LeaseLine({ lease }: { lease: LeaseFieldsFragment }) {
  const { t } = useTranslation('ptz');
  const { holder, queue, notice } = lease;
  const own = queue.findIndex((claim) => claim.own);
  const told = notice && tellingChanges.has(notice.change) ? notice : null;
  return (
    <div className={styles.lease} role="status">
      <span data-holder={holder?.own ? 'own' : holder ? 'other' : 'nobody'}>
        {holder === null
          ? t('holder.nobody')
          : holder.own
            ? t('holder.own')
            : t('holder.other', { name: holder.holderName })}
      </span>
      {queue.length > 0 ? (
        <span data-queue={queue.length}>
          {own >= 0
            ? t('queue.own', { place: own + 1, count: queue.length })
            : t('queue.others', {
                count: queue.length,
                names: queue.map(({ holderName }) => holderName).join('、'),
              })}
        </span>
      ) : null}
      {told ? (
        <span className={styles.notice} data-notice={told.change}>
          {t(`notice.${told.change}`, {
            holder: told.holderName ?? t('nobody'),
            former: told.formerName ?? t('nobody'),
          })}
        </span>
      ) : null}
    </div>
  );
}

/** That somebody takes a free camera, or gives it back, says itself. */
const tellingChanges = new Set(['taken-over', 'expired', 'passed-on']);

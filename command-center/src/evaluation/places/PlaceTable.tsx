import { useTranslation } from 'react-i18next';
import { MapPin } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { nameIn } from '../figure-words.ts';
import styles from '../Evaluation.module.css';
import type { Placing, ShowPlace } from './opened-place.ts';
import type { Place, Places } from './PlacePlan.tsx';

type PlaceTableProps = {
  by: Placing;
  places: Places;
  onOpen: (place: Place, rank: number) => void;
  onPlace: ShowPlace;
};

/** Every spot of the plan in words, the most cases first. */
export function PlaceTable({ by, places, onOpen, onPlace }: PlaceTableProps) {
  const { t } = useTranslation('evaluation');
  const again = by === 'recurrence';
  return (
    <>
      <table className={styles.table} data-places={by}>
        <thead>
          <tr>
            <th scope="col">{t('places.spot')}</th>
            {again ? <th scope="col">{t('places.class')}</th> : null}
            <th scope="col" className={styles.number}>
              {t('places.cases')}
            </th>
            <th scope="col">{t('places.first')}</th>
            <th scope="col">{t('places.last')}</th>
            <th scope="col">
              <span className={styles.unseen}>{t('places.onMap')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {places.nodes.map((place, index) => {
            const rank = index + 1;
            const { longitude, latitude } = place.position;
            return (
              <tr key={place.key} data-place-row={place.key}>
                <th scope="row">{t('places.rank', { rank })}</th>
                {again ? <td>{place.class ? nameIn(place.class) : ''}</td> : null}
                <td className={styles.number}>
                  <Button
                    look="plain"
                    aria-label={t('places.open', { rank, count: place.cases })}
                    onClick={() => onOpen(place, rank)}
                  >
                    {place.cases}
                  </Button>
                </td>
                <td>
                  <ClockTime at={new Date(place.firstAt)} />
                </td>
                <td>
                  <ClockTime at={new Date(place.lastAt)} />
                </td>
                <td>
                  <Button
                    look="plain"
                    aria-label={t('places.showOnMap', { rank })}
                    title={t('places.showOnMap', { rank })}
                    onClick={() => onPlace([longitude, latitude])}
                  >
                    <MapPin size="1em" aria-hidden />
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {places.total > places.nodes.length ? (
        <p className={styles.quiet}>
          {t('places.shownOf', { shown: places.nodes.length, total: places.total })}
        </p>
      ) : null}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { ViewRequestFieldsFragment } from '#gis/generated/graphql.ts';
import { Mark } from '#ui/Mark.tsx';
import styles from './Recordings.module.css';

type Shown = Pick<ViewRequestFieldsFragment, 'state' | 'emergency' | 'overdue' | 'grants'>;

/** In a word and a colour how far a request is; an emergency that waits for its approval is not like any other. */
export function RequestState({ request }: { request: Shown }) {
  const { t } = useTranslation('recordings');
  const { state, emergency, overdue, grants } = request;
  const key = overdue ? 'overdue' : state === 'requested' && emergency ? 'emergency' : state;
  const color = overdue
    ? 'state-alarm'
    : grants
      ? 'state-good'
      : state === 'requested'
        ? 'state-middle'
        : 'state-off';
  return (
    <span className={styles.state}>
      <Mark shape="disc" color={color} /> {t(`state.${key}`)}
    </span>
  );
}

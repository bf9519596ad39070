import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import { ptzState } from './ptz-news.ts';
import type { Panel } from './use-ptz.ts';
import styles from './PtzDeck.module.css';

/** Where the camera looks now, as far as its platform tells, and which way its head calls 0: what all bearings rest on. */
export function HeadLine({ panel }: { panel: Panel }) {
  const { t } = useTranslation('ptz');
  const told = useStore(ptzState, ({ heads }) => heads[panel.cameraId]);
  const head = told ?? panel.head;
  const zero = panel.settings.zeroBearingDeg;
  const looks = [
    head?.bearingDeg == null ? null : t('head.bearing', { degrees: whole(head.bearingDeg) }),
    head?.tiltDeg == null ? null : t('head.tilt', { degrees: whole(head.tiltDeg) }),
    head?.zoom == null ? null : t('head.zoom', { times: head.zoom.toFixed(1) }),
    zero == null ? t('head.zeroUnknown') : t('head.zero', { degrees: whole(zero) }),
  ];
  return (
    <p className={styles.home} data-head={panel.cameraId} data-pan-zero={zero ?? 'unknown'}>
      {looks.filter((words) => words !== null).join(' · ')}
    </p>
  );
}

/** A minus as it is set in text, and no −0. */
const whole = (degrees: number): string => String(Math.round(degrees) || 0).replace('-', '−');

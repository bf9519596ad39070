import { useTranslation } from 'react-i18next';
import { flyToPlace } from '#map/map-host.ts';
import { useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { useLengthWords } from '#words/length-words.ts';
import { lengthOf } from 'grid-data';
import { openRouteCamera } from './route-looks.ts';
import { pointAtCamera, useRoute } from './route-state.ts';
import type { RouteCamera } from './route-shapes.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './sights.module.css';

/** In the order in which one passes them; pointing at one shows its stretch, opening it asks for the purpose. */
export function RouteCameras({ cameras }: { cameras: readonly RouteCamera[] }) {
  const open = useMapModel((model) => model.openCameras);
  const pointedAt = useRoute((state) => state.pointedAt);
  return (
    <ol className={styles.cameras}>
      {cameras.map((each) => (
        <li key={each.camera.id}>
          <RouteRow
            of={each}
            isOpen={open.some(({ cameraId }) => cameraId === each.camera.id)}
            isPointedAt={pointedAt === each.camera.id}
          />
        </li>
      ))}
    </ol>
  );
}

type RouteRowProps = { of: RouteCamera; isOpen: boolean; isPointedAt: boolean };

function RouteRow({ of, isOpen, isPointedAt }: RouteRowProps) {
  const { t } = useTranslation('sights');
  const lengthWords = useLengthWords();
  const { camera, alongMeters, side, look, relation, reason, refusal } = of;
  const offline = camera.state === 'offline';
  const point = (): void => pointAtCamera(camera.id);
  return (
    <Button
      look="plain"
      className={styles.camera}
      data-route-camera={camera.id}
      data-relation={relation}
      data-reason={reason}
      data-open={isOpen}
      aria-current={isPointedAt}
      onFocus={point}
      onMouseEnter={point}
      onClick={() => {
        flyToPlace([of.position.longitude, of.position.latitude]);
        openRouteCamera(of, null);
      }}
    >
      <span className={styles.along}>{lengthWords(alongMeters)}</span>
      <span className={styles.what}>
        <span className={styles.name}>{camera.name}</span>
        <span className={toolStyles.quiet}>
          {[t(`side.${side}`), look ? t(`look.${look}`) : t('look.unknown')].join(' · ')}
        </span>
      </span>
      <span className={styles.why}>
        <span className={styles[relation] ?? ''}>
          {t(`relation.${relation}`)}
          {of.stretches.length > 0 ? ` ${lengthWords(lengthOf(of.stretches))}` : ''}
        </span>
        {reason === 'clear' ? null : (
          <span className={toolStyles.quiet}>{t(`incidents:sight.${reason}`)}</span>
        )}
        {offline ? <span className={toolStyles.bad}>{t('offline')}</span> : null}
        {refusal && !(offline && refusal === 'camera-offline') ? (
          <span className={toolStyles.bad}>
            {t(`incidents:refusal.${refusal}`, { defaultValue: refusal })}
          </span>
        ) : null}
      </span>
    </Button>
  );
}

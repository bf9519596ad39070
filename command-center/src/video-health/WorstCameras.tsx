import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CheckCamerasDocument, type VideoHealthQuery } from '#gis/generated/graphql.ts';
import { newCommandId } from '#gis/command-id.ts';
import { flyToPlace } from '#map/map-host.ts';
import { openCamera } from '#map/map-model.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { reasonWords } from '#video/reason-words.ts';
import { reasonOfCamera } from './reason-of-state.ts';
import styles from './VideoHealthPanel.module.css';

type WorstCamera = VideoHealthQuery['videoHealth']['worst'][number];

/** What must be mended first, with the next step; a check asks for no picture and is no look. */
export function WorstCameras({ cameras }: { cameras: readonly WorstCamera[] }) {
  const { t } = useTranslation('video-health');
  if (cameras.length === 0) return <p className={styles.quiet}>{t('worst.none')}</p>;
  return (
    <ul className={styles.worst} data-list="worst-cameras">
      {cameras.map((camera) => (
        <Row key={camera.id} camera={camera} />
      ))}
    </ul>
  );
}

function Row({ camera }: { camera: WorstCamera }) {
  const { t } = useTranslation('video-health');
  const { t: video } = useTranslation('video');
  const { id, name, owner, health, healthReason, healthSince, position } = camera;
  const words = reasonWords(video, reasonOfCamera(health, healthReason), null);
  const place = [position.longitude, position.latitude] as const;
  const open = (): void => {
    flyToPlace(place);
    openCamera({ cameraId: id, basis: null, reason: null, position: place });
  };
  return (
    <li data-camera-row={id} data-health={health}>
      <div className={styles.line}>
        <Button look="plain" className={styles.name} onClick={open}>
          {name}
        </Button>
        <span className={styles.health}>{t(`health.${health ?? 'unchecked'}`)}</span>
        {healthSince ? <Age since={new Date(healthSince)} /> : null}
        <CheckButton camera={camera} />
      </div>
      <p className={styles.quiet}>
        {t(`cameras:owner.${owner}`)} · {words.means} — {words.next}
      </p>
    </li>
  );
}

/** Quiet from the click until the camera has been checked, as the time of its last check tells. */
function CheckButton({ camera }: { camera: WorstCamera }) {
  const { t } = useTranslation('video-health');
  const [check, { error }] = useMutation(CheckCamerasDocument);
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const waits = askedAt !== null && (camera.healthCheckedAt ?? '') <= askedAt;
  const ask = (): void => {
    setAskedAt(camera.healthCheckedAt ?? '');
    const variables = { commandId: newCommandId(), cameraIds: [camera.id] };
    void check({ variables }).catch(() => setAskedAt(null));
  };
  return (
    <Button data-act="check" disabled={waits} onClick={ask}>
      {t(error ? 'check.failed' : waits ? 'check.waits' : 'check.now')}
    </Button>
  );
}

import { CameraWindow } from '#cameras/CameraWindow.tsx';
import { AlarmCameras } from '#incidents/AlarmCameras.tsx';
import { closeCamera, useMapModel, type OpenCamera } from '#map/map-model.ts';
import styles from './CaseFile.module.css';

/** The nearest cameras of a case, and those that somebody has opened for it, live beside its words. */
export function CaseCameras({ incidentId }: { incidentId: string }) {
  const openCameras = useMapModel((model) => model.openCameras);
  const shown = openCameras.filter((open) => isOf(open, incidentId));
  return (
    <>
      <AlarmCameras incidentId={incidentId} />
      {shown.length > 0 ? (
        <div className={styles.windows} data-case-cameras={shown.length}>
          {shown.map((open) => (
            <CameraWindow
              key={open.cameraId}
              open={open}
              onClose={() => closeCamera(open.cameraId)}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

function isOf({ basis }: OpenCamera, incidentId: string): boolean {
  return basis !== null && 'incidentId' in basis && basis.incidentId === incidentId;
}

import { useEffect, useRef } from 'react';
import { useAlarms } from '#incidents/alarms.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { Mark } from '#ui/Mark.tsx';
import { select, useMapModel } from '#map/map-model.ts';
import { mapHost, onMap, useMapHost } from '#map/map-host.ts';
import { placeMarks } from './place-marks.ts';
import styles from './MapMarks.module.css';

/** What lies between map and panels: pulses of new incidents, the ring of what is selected, lines to camera windows. */
export function MapMarks() {
  const frame = useRef<HTMLDivElement>(null);
  const alarms = useAlarms();
  const selection = useMapModel((model) => model.selection);
  const openCameras = useMapModel((model) => model.openCameras);
  useMapHost((host) => host.engine);

  // After each render: every one of them moves, brings or takes away a mark.
  useEffect(() => {
    let asked = 0;
    const place = (): void => {
      asked = 0;
      const drawn = mapHost.get().engine;
      if (frame.current && drawn) placeMarks(frame.current, drawn);
    };
    const placeSoon = (): void => {
      asked ||= requestAnimationFrame(place);
    };
    placeSoon();
    const stop = onMap('view', placeSoon);
    addEventListener('resize', placeSoon);
    // Windows change their height when their picture comes.
    const observer = new ResizeObserver(placeSoon);
    for (const slot of document.querySelectorAll('[data-camera-slot]')) observer.observe(slot);
    return () => {
      stop();
      observer.disconnect();
      removeEventListener('resize', placeSoon);
      cancelAnimationFrame(asked);
    };
  });

  return (
    <div ref={frame} className={styles.marks}>
      <svg className={styles.tethers} aria-hidden>
        {openCameras.map(({ cameraId, position }) =>
          position ? (
            <g key={cameraId} data-tether={cameraId} data-place={position.join(',')}>
              <line className={styles.tether} />
              <circle r="4" className={styles.foot} />
            </g>
          ) : null,
        )}
      </svg>
      {selection?.position ? (
        <div className={styles.selected} data-place={selection.position.join(',')} />
      ) : null}
      {alarms.map(({ incidentId, grade, title, position }) => (
        <button
          key={incidentId}
          type="button"
          className={styles.pulse}
          style={{ color: `var(--${gradeLook(grade).color})` }}
          data-place={position.join(',')}
          data-pulse={incidentId}
          aria-current={selection?.id === incidentId}
          aria-label={title}
          title={title}
          onClick={() => select({ kind: 'incident', id: incidentId, position })}
        >
          <span className={styles.wave} />
          <span className={styles.heart}>
            <Mark {...gradeLook(grade)} />
          </span>
        </button>
      ))}
    </div>
  );
}

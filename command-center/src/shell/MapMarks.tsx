import { useEffect, useRef, type MouseEvent } from 'react';
import { useAlarms, type Alarm } from '#incidents/alarms.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { Mark } from '#ui/Mark.tsx';
import { select, useMapModel } from '#map/map-model.ts';
import { mapContainer, mapHost, onMap, useMapHost } from '#map/map-host.ts';
import type { MapHit } from '#map/engine.ts';
import { openNext } from './open-hit.ts';
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
          aria-label={title}
          title={title}
          onClick={(event) => {
            const under = isByPointer(event) ? thingsUnder(event, alarms) : [];
            if (under.length > 0) openNext(under);
            else select({ kind: 'incident', id: incidentId, position });
          }}
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

const isByPointer = ({ detail }: MouseEvent): boolean => detail > 0;

/** The pulses under the pointer, the topmost first, then what the map has there. */
function thingsUnder(
  { clientX, clientY, currentTarget }: MouseEvent<HTMLElement>,
  alarms: readonly Alarm[],
): MapHit[] {
  const pulses = new Set(
    document
      .elementsFromPoint(clientX, clientY)
      .flatMap((element) => element.closest<HTMLElement>('[data-pulse]')?.dataset['pulse'] ?? []),
  );
  const incidents = [...pulses].flatMap((id): MapHit[] => {
    const alarm = alarms.find(({ incidentId }) => incidentId === id);
    return alarm ? [{ kind: 'incident', id, position: alarm.position, attributes: {} }] : [];
  });
  // At the screen's edge a pulse only points to its place, and what lies there is another's.
  if (currentTarget.dataset['outside'] === 'true') return incidents;
  const { left, top } = mapContainer.getBoundingClientRect();
  const things = mapHost.get().engine?.thingsAt({ x: clientX - left, y: clientY - top }) ?? [];
  return [...incidents, ...things.filter(({ kind, id }) => kind !== 'incident' || !pulses.has(id))];
}

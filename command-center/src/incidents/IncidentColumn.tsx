import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { IncidentLineFragment } from '#gis/generated/graphql.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { remPx } from '#ui/rem-px.ts';
import { useAlarms } from './alarms.ts';
import { IncidentRow } from './IncidentRow.tsx';
import { orderIncidents } from './order-incidents.ts';
import { useOpenIncidents } from './use-open-incidents.ts';
import styles from './IncidentColumn.module.css';

type IncidentColumnProps = {
  areaCode: string;
  /** The connection is lost; the last word came at `asOf`. */
  stale: boolean;
  asOf: Date | null;
};

/** Open incidents of an area, by grade and age: a column that reads from afar. */
export function IncidentColumn({ areaCode, stale, asOf }: IncidentColumnProps) {
  const { t } = useTranslation('incidents');
  const face = useOpenIncidents(areaCode);
  const shown = face.face === 'ready' && stale ? { ...face, stale, asOf } : face;
  return (
    <section className={styles.column} aria-label={t('openIncidents')}>
      <PanelFaces
        of={shown}
        emptyWords={t('noneOpen')}
        isEmpty={(incidents) => incidents.length === 0}
        skeletonRows={9}
      >
        {(incidents) => <Rows incidents={incidents} />}
      </PanelFaces>
    </section>
  );
}

const leastRowRem = 3.5;

function Rows({ incidents }: { incidents: readonly IncidentLineFragment[] }) {
  const alarms = useAlarms();
  const frame = useRef<HTMLDivElement>(null);
  const rowPx = useRowHeight(frame);
  const alarming = useMemo(() => new Set(alarms.map((alarm) => alarm.incidentId)), [alarms]);
  const ordered = useMemo(() => orderIncidents(incidents, alarming), [incidents, alarming]);
  // The React Compiler, which this rule speaks for, is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => ordered[index]?.id ?? index,
    overscan: 6,
  });
  useEffect(() => rows.measure(), [rows, rowPx]);
  return (
    <div ref={frame} className={styles.frame}>
      <ul className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start, size }) => {
          const incident = ordered[index];
          if (!incident) return null;
          return (
            <li key={key} className={styles.slot} style={{ height: size, top: start }}>
              <IncidentRow incident={incident} alarming={alarming.has(incident.id)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Whole rows fill the frame: half a line at its foot reads as a fault from afar. */
function useRowHeight(frame: RefObject<HTMLElement | null>): number {
  const [rowPx, setRowPx] = useState(() => leastRowRem * remPx());
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const fit = (): void => {
      const least = leastRowRem * remPx();
      const rows = Math.max(1, Math.floor(element.clientHeight / least));
      setRowPx(Math.max(least, Math.floor(element.clientHeight / rows)));
    };
    // The face changes the size of a rem, and with it the frame's.
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return rowPx;
}

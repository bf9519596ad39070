import { useEffect, useRef } from 'react';
import { mapContainer, mapHost } from './map-host.ts';
import styles from './MapView.module.css';

/** The place on screen where the page's one map hangs; the map itself is no part of React. */
export function MapView({ label }: { label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    element.append(mapContainer);
    const observer = new ResizeObserver(() => mapHost.get().engine?.resize());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} className={styles.map} role="application" tabIndex={0} aria-label={label} />
  );
}

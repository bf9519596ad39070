import { useEffect, useRef, useState, type RefObject } from 'react';
import { createEngine } from '#map/engine-flat/create-engine.ts';
import type { MapEngine } from '#map/engine.ts';
import styles from './Place.module.css';

type Start = { longitude: number; latitude: number; metersPerPixel: number };

type SmallMap = {
  /** Where the map is drawn. */
  frame: RefObject<HTMLDivElement | null>;
  engine: RefObject<MapEngine | null>;
  trouble: boolean;
};

/** A map of the field in a frame of its own, for as long as the frame is there. */
export function useSmallMap(start: Start): SmallMap {
  const frame = useRef<HTMLDivElement>(null);
  const engine = useRef<MapEngine | null>(null);
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    const container = document.createElement('div');
    container.className = styles.canvas ?? '';
    container.dataset['engine'] = 'flat';
    frame.current?.append(container);
    let left = false;
    const view = { ...start, bearingDeg: 0, pitchDeg: 0 };
    createEngine({ container, view, theme: 'light-desk' }).then(
      (made) => {
        if (left) return made.destroy();
        engine.current = made;
        made.on('trouble', (cause) => setTrouble(cause !== null));
        void made.firstPicture.then(() => {
          container.dataset['ready'] = 'true';
        });
      },
      () => setTrouble(true),
    );
    return () => {
      left = true;
      engine.current?.destroy();
      engine.current = null;
      container.remove();
    };
    // The map opens once where it was asked to; what the phone says later must not move it under the thumb.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return { frame, engine, trouble };
}

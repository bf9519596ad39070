import { useEffect, useState } from 'react';
import type { WallRect } from 'grid-data';

/** CSS pixels of this screen for a millimetre of wall. */
export type Pixels = { perMmX: number; perMmY: number };

export function usePixels({ widthMm, heightMm }: WallRect): Pixels {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const fit = (): void => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, []);
  return { perMmX: size.width / widthMm, perMmY: size.height / heightMm };
}

/** Sun and night go over the map with the moment that it shows. */
import type { LonLat } from 'grid-data';
import { setMapDaylight } from '../map-host.ts';
import { daylightAt, evenLight, type Daylight } from './daylight.ts';

type Followed = {
  place: LonLat;
  /** Of the epoch; asked whenever it may have changed. */
  momentMs: () => number;
  /** False: lit evenly, at every hour. */
  wanted?: () => boolean;
  /** Tells when the moment jumps or the wish changes. */
  changes?: readonly { subscribe: (listener: () => void) => () => void }[];
};

/** The sun moves a quarter of a degree in it. */
const stepMs = 60_000;

export function followDaylight({ place, momentMs, wanted, changes = [] }: Followed): () => void {
  let shown = '';
  const follow = (): void => {
    const light = wanted?.() === false ? evenLight : daylightAt(momentMs(), place);
    // A time line that is dragged asks far more often than anybody sees the sun move.
    if (shown === (shown = rounded(light))) return;
    setMapDaylight(light);
  };
  follow();
  const timer = setInterval(follow, stepMs);
  const stops = changes.map((change) => change.subscribe(follow));
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

const rounded = ({ azimuthDeg, altitudeDeg, day }: Daylight): string =>
  `${Math.round(azimuthDeg)} ${Math.round(altitudeDeg)} ${Math.round(day * 50)}`;

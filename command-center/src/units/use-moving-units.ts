import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import type { LonLat } from 'grid-data';
import { UnitsInAreaDocument } from '#gis/generated/graphql.ts';
import { mapHost, onMap, setMovingThings } from '#map/map-host.ts';
import type { MovingThing } from '#map/engine.ts';
import { afterFrame, silentAfterMs, type Positions } from './positions.ts';
import { PositionsSocket } from './positions-socket.ts';

export type UnitPlace = {
  position: LonLat;
  headingDeg: number;
  speedMps: number;
  /** False when its last word is old: then nobody knows where it is. */
  fresh: boolean;
};

type UnitName = { name: string; kind: string; callSign: string | null };

/** The names are asked anew when somebody new drives by, but not for each. */
const namesEveryMs = 30_000;
/** The map may move every frame; the server need not hear of each. */
const lookEveryMs = 500;
const dimEveryMs = 10_000;

/** Puts the units of the viewer's area on the map, where the live channel says they are. */
export function useMovingUnits(areaCode: string, permitted: boolean): void {
  const { data } = useQuery(UnitsInAreaDocument, {
    variables: { areaCode },
    skip: !permitted,
    pollInterval: namesEveryMs,
  });
  const units = data?.units;

  useEffect(() => {
    const names = new Map<string, UnitName>(
      units?.map(({ id, name, kind, callSign }) => [
        id,
        { name, kind, callSign: callSign ?? null },
      ]),
    );
    latestNames = names;
    draw();
  }, [units]);

  useEffect(() => {
    if (!permitted) return undefined;
    const socket = new PositionsSocket((frame) => {
      positions = afterFrame(positions, frame, Date.now());
      draw();
    });
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const look = (): void => {
      waiting = null;
      const { engine } = mapHost.get();
      if (engine) socket.look(engine.bounds());
    };
    const lookSoon = (): void => {
      waiting ??= setTimeout(look, lookEveryMs);
    };
    // Whoever falls silent is drawn dim, although nothing comes that would draw it.
    const dimming = setInterval(draw, dimEveryMs);
    lookSoon();
    const stops = [onMap('view', lookSoon), mapHost.subscribe(lookSoon)];
    return () => {
      for (const stop of stops) stop();
      if (waiting) clearTimeout(waiting);
      clearInterval(dimming);
      socket.stop();
      positions = new Map();
      setMovingThings([]);
    };
  }, [permitted]);
}

let positions: Positions = new Map();
let latestNames: ReadonlyMap<string, UnitName> = new Map();

/** Where a unit said last that it is; null where it has said nothing or is off the map. */
export function unitPlace(unitId: string): UnitPlace | null {
  const last = positions.get(unitId);
  if (!last) return null;
  const { longitude, latitude, headingDeg, speedMps, heardAt } = last;
  const fresh = Date.now() - heardAt < silentAfterMs;
  return { position: [longitude, latitude], headingDeg, speedMps, fresh };
}

function draw(): void {
  const now = Date.now();
  const things: MovingThing[] = [...positions].map(([id, position]) => {
    const named = latestNames.get(id);
    return {
      id,
      kind: named?.kind ?? 'unknown',
      label: named?.callSign ?? named?.name ?? '',
      position: [position.longitude, position.latitude],
      headingDeg: position.headingDeg,
      fresh: now - position.heardAt < silentAfterMs,
    };
  });
  setMovingThings(things);
}

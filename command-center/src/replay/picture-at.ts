/** What stood at a moment, out of the columns of a stretch; arrays are walked, no object is made for what is not shown. */
type Columns = Readonly<Record<string, readonly unknown[]>>;

export type StretchColumns = { incidents: Columns; cameras: Columns; units: Columns };

export type PastCase = {
  id: string;
  title: string;
  grade: number;
  state: string;
  acknowledged: boolean;
  position: [number, number];
};

export type Picture = {
  cases: PastCase[];
  unwellCameras: [number, number][];
  units: [number, number][];
};

/** A unit silent for longer may be anywhere. */
const heardWithinMs = 10 * 60_000;

export function pictureAt({ incidents, cameras, units }: StretchColumns, at: number): Picture {
  return {
    cases: indexesAt(incidents, at).map((i) => ({
      id: String(incidents['id']?.[i]),
      title: String(incidents['title']?.[i]),
      grade: Number(incidents['grade']?.[i]),
      state: String(incidents['state']?.[i]),
      acknowledged: incidents['acknowledged']?.[i] === true,
      position: positionOf(incidents, i),
    })),
    unwellCameras: indexesAt(cameras, at).map((i) => positionOf(cameras, i)),
    units: lastHeard(units, at).map((i) => positionOf(units, i)),
  };
}

function indexesAt(columns: Columns, at: number): number[] {
  const from = columns['fromAt'] ?? [];
  const to = columns['toAt'] ?? [];
  const found: number[] = [];
  for (let i = 0; i < from.length; i += 1) {
    const end = to[i];
    if (Number(from[i]) <= at && (end === null || Number(end) > at)) found.push(i);
  }
  return found;
}

/** Rows come in order of time: the last one of each unit is the newest. */
function lastHeard(units: Columns, at: number): number[] {
  const heardAt = units['at'] ?? [];
  const last = new Map<unknown, number>();
  for (let i = 0; i < heardAt.length; i += 1) {
    const heard = Number(heardAt[i]);
    if (heard <= at && heard > at - heardWithinMs) last.set(units['id']?.[i], i);
  }
  return [...last.values()];
}

function positionOf(columns: Columns, i: number): [number, number] {
  return [Number(columns['longitude']?.[i]), Number(columns['latitude']?.[i])];
}

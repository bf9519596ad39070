/** What stood at a moment, out of the columns of a stretch; arrays are walked, no object is made for what is not shown. */
import type { WallContent } from 'grid-data';
import type { PlotLineFragment } from '#gis/generated/graphql.ts';

type Columns = Readonly<Record<string, readonly unknown[]>>;

const parts = ['incidents', 'cameras', 'units', 'duty', 'acts', 'wall', 'plots'] as const;
export type StretchColumns = Record<(typeof parts)[number], Columns>;

export type PastCase = {
  id: string;
  title: string;
  grade: number;
  state: string;
  acknowledged: boolean;
  dueAt: number | null;
  position: [number, number];
};

export type PastAct = { seq: number; at: number; kind: string; actorName: string; subject: string };
export type PastDuty = { id: string; post: string; name: string };

export type PastScreen = {
  id: string;
  name: string;
  rect: { left: number; top: number; width: number; height: number };
  content: WallContent;
  sceneName: string | null;
  shownByName: string | null;
};

export type Picture = {
  /** The moment it is of, Unix milliseconds. */
  at: number;
  cases: PastCase[];
  unwellCameras: [number, number][];
  units: [number, number][];
  duty: PastDuty[];
  /** What people did in the minutes before, newest first. */
  acts: PastAct[];
  screens: PastScreen[];
  plots: PlotLineFragment[];
};

/** A unit silent for longer may be anywhere. */
const heardWithinMs = 10 * 60_000;
const actsWithinMs = 10 * 60_000;
const mostActs = 12;

export function pictureAt(stretch: StretchColumns, at: number): Picture {
  const { incidents, cameras, units, duty, wall, plots } = stretch;
  return {
    at,
    cases: indexesAt(incidents, at).map((i) => ({
      id: text(incidents, 'id', i),
      title: text(incidents, 'title', i),
      grade: Number(incidents['grade']?.[i]),
      state: text(incidents, 'state', i),
      acknowledged: incidents['acknowledged']?.[i] === true,
      dueAt: (incidents['dueAt']?.[i] ?? null) as number | null,
      position: positionOf(incidents, i),
    })),
    unwellCameras: indexesAt(cameras, at).map((i) => positionOf(cameras, i)),
    units: lastHeard(units, at).map((i) => positionOf(units, i)),
    duty: indexesAt(duty, at).map((i) => ({
      id: text(duty, 'id', i),
      post: text(duty, 'post', i),
      name: text(duty, 'name', i),
    })),
    acts: actsBefore(stretch.acts, at),
    screens: indexesAt(wall, at).map((i) => screenOf(wall, i)),
    plots: indexesAt(plots, at).map((i) => plotOf(plots, i)),
  };
}

const text = (columns: Columns, name: string, i: number): string => String(columns[name]?.[i]);

function textOrNull(columns: Columns, name: string, i: number): string | null {
  const value = columns[name]?.[i];
  return typeof value === 'string' ? value : null;
}

function screenOf(wall: Columns, i: number): PastScreen {
  return {
    id: text(wall, 'screenId', i),
    name: text(wall, 'screenName', i),
    rect: {
      left: Number(wall['leftMm']?.[i]),
      top: Number(wall['topMm']?.[i]),
      width: Number(wall['widthMm']?.[i]),
      height: Number(wall['heightMm']?.[i]),
    },
    content: wall['content']?.[i] as WallContent,
    sceneName: textOrNull(wall, 'sceneName', i),
    shownByName: textOrNull(wall, 'shownByName', i),
  };
}

function plotOf(plots: Columns, i: number): PlotLineFragment {
  return {
    id: text(plots, 'id', i),
    incidentId: text(plots, 'incidentId', i),
    kind: text(plots, 'kind', i),
    symbol: textOrNull(plots, 'symbol', i),
    label: textOrNull(plots, 'label', i),
    color: text(plots, 'color', i),
    shape: plots['shape']?.[i] as GeoJSON.Geometry,
    version: 0,
    copyOf: null,
    changedBy: textOrNull(plots, 'changedBy', i) ?? '',
    removed: false,
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

/** What no person did, such as a camera's state, stands on the map. */
function actsBefore(acts: Columns, at: number): PastAct[] {
  const doneAt = acts['at'] ?? [];
  const found: PastAct[] = [];
  for (let i = doneAt.length - 1; i >= 0 && found.length < mostActs; i -= 1) {
    const done = Number(doneAt[i]);
    if (done < at - actsWithinMs) break;
    const actorName = textOrNull(acts, 'actorName', i);
    if (done > at || actorName === null) continue;
    const kind = text(acts, 'kind', i);
    const subject = text(acts, 'subjectId', i);
    found.push({ seq: Number(acts['seq']?.[i]), at: done, kind, actorName, subject });
  }
  return found;
}

function positionOf(columns: Columns, i: number): [number, number] {
  return [Number(columns['longitude']?.[i]), Number(columns['latitude']?.[i])];
}

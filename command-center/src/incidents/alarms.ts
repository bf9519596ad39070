/** Incidents that nobody has acknowledged yet: they pulse on the map and stand on top of the list. */
import type { IncidentState, LonLat } from 'grid-data';
import { createStore, useStore } from '#ui/create-store.ts';
import type { IncidentLineFragment } from '#gis/generated/graphql.ts';

export type Alarm = {
  incidentId: string;
  grade: number;
  title: string;
  /** The address, or the area where none was given. */
  place: string;
  position: LonLat;
  reportedAt: string;
  /** The word of it came just now; what had lain unseen waits behind it. */
  fresh: boolean;
};

type AlarmState = {
  /** Foremost first. */
  alarms: readonly Alarm[];
  /** The acknowledgement that was refused last, and why. */
  refused: { incidentId: string; cause: unknown } | null;
};

export const alarmState = createStore<AlarmState>({ alarms: [], refused: null });

export function useAlarms(): readonly Alarm[] {
  return useStore(alarmState, (state) => state.alarms);
}

/** Why this incident could not be acknowledged, if it was tried last. */
export function useRefusedAcknowledgement(incidentId: string | null): unknown {
  return useStore(alarmState, ({ refused }) =>
    refused !== null && refused.incidentId === incidentId ? refused.cause : null,
  );
}

/** More say nothing to an eye that looks at one map. */
export const mostAlarms = 100;

/** What came just now before what had lain there; the graver first, among equals the newest. */
export function inOrder(alarms: readonly Alarm[]): readonly Alarm[] {
  return [...alarms]
    .sort(
      (a, b) =>
        Number(b.fresh) - Number(a.fresh) ||
        a.grade - b.grade ||
        Date.parse(b.reportedAt) - Date.parse(a.reportedAt),
    )
    .slice(0, mostAlarms);
}

export function foremostAlarm(alarms: readonly Alarm[]): Alarm | null {
  return inOrder(alarms)[0] ?? null;
}

type Seen = Pick<IncidentLineFragment, 'open' | 'acknowledgedAt' | 'state'>;

/** States that nobody's act has led to: what has been accepted or moved on has been seen by whoever did it. */
export const unseenStates: readonly string[] = ['reported', 'verifying'] satisfies IncidentState[];

export function isUnseen({ open, acknowledgedAt, state }: Seen): boolean {
  return open && !acknowledgedAt && unseenStates.includes(state);
}

type Heard = { kind: string; incident?: IncidentLineFragment | null | undefined };

/** The alarms after one more row of the journal; `fresh` is whether the row was written just now. */
export function afterEntry(
  alarms: readonly Alarm[],
  { kind, incident }: Heard,
  fresh: boolean,
): readonly Alarm[] {
  if (!incident) return alarms;
  const known = alarms.some(({ incidentId }) => incidentId === incident.id);
  if (!isUnseen(incident)) return known ? without(alarms, incident.id) : alarms;
  if (known || kind !== 'incident.reported') return alarms;
  return inOrder([...alarms, alarmOf(incident, fresh)]);
}

export function without(alarms: readonly Alarm[], incidentId: string): readonly Alarm[] {
  return alarms.filter((alarm) => alarm.incidentId !== incidentId);
}

/** Older ones alarm no longer, unless they are grave: they stand in the list like any other. */
const alarmsForMs = 24 * 3_600_000;
/** 特别重大 and 重大: they alarm until somebody has seen them. */
export const graveGrades: readonly number[] = [1, 2];
export const freshMs = 60_000;

/** Without those that have lain too long. */
export function stillAlarming(alarms: readonly Alarm[], now: number): readonly Alarm[] {
  return alarms.every((alarm) => alarmsAt(alarm, now))
    ? alarms
    : alarms.filter((alarm) => alarmsAt(alarm, now));
}

function alarmsAt({ reportedAt, grade }: Pick<Alarm, 'reportedAt' | 'grade'>, now: number) {
  return graveGrades.includes(grade) || now - Date.parse(reportedAt) < alarmsForMs;
}

/** The alarms that a question for unseen incidents found; what the page knew as fresh stays so. */
export function alarmsFound(
  incidents: readonly IncidentLineFragment[],
  known: readonly Alarm[],
  now: number,
): readonly Alarm[] {
  const wasFresh = new Set(known.filter(({ fresh }) => fresh).map(({ incidentId }) => incidentId));
  const found = new Map<string, Alarm>();
  for (const incident of incidents) {
    if (!isUnseen(incident) || !alarmsAt(incident, now)) continue;
    const cameNow = now - Date.parse(incident.reportedAt) < freshMs;
    found.set(incident.id, alarmOf(incident, cameNow || wasFresh.has(incident.id)));
  }
  return inOrder([...found.values()]);
}

function alarmOf(incident: IncidentLineFragment, fresh: boolean): Alarm {
  const { id, grade, title, address, area, position, reportedAt } = incident;
  return {
    incidentId: id,
    grade,
    title,
    place: address || area.name,
    position: [position.longitude, position.latitude],
    reportedAt,
    fresh,
  };
}

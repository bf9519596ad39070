/**
 * Linkage (联动) in the hall: what a rule's firing asks of a screen is done here, and nothing else opens cameras, moves
 * the map or sounds by itself. Turning cameras, scenes, notices and requests the server has carried out already.
 */
import type { EffectOutcome, LonLat, OfferedCamera } from 'grid-data';
import { journalNow, onJournal, type JournalEntry } from '#journal/journal-state.ts';
import { closeCamera, mapModel, openCamera, select, type OpenCamera } from '#map/map-model.ts';
import { afterRow, firingOf, freshMs, heardFirings, type HeardFiring } from './heard-firings.ts';

type Hall = {
  /** Code of the area that the viewer stands at. */
  areaCode: string;
  /** 1 the gravest, 4 the lightest; the class of the incident where this page has heard of it. */
  sound: (grade: number, classCode: string | null) => void;
  fly: (position: LonLat) => void;
  /** False while a person has the map in hand or looks at the past. */
  mayMove: () => boolean;
  /** Whether an incident still waits for somebody to see it. */
  isUnseen: (incident: NonNullable<JournalEntry['incident']>) => boolean;
};

const leastGrave = 9;
const mostSettled = 1000;

/** The hall obeys the rules of its own area and of those above it; a town's rule leaves the county's wall alone. */
function isObeyed({ ruleAreaCode }: HeardFiring, areaCode: string): boolean {
  return areaCode.startsWith(ruleAreaCode);
}

export function obeyFirings(hall: Hall): () => void {
  const windows = new RuledWindows(hall);
  const classes = new Map<string, string>();
  const stop = onJournal({
    entry: (entry) => {
      const now = journalNow();
      if (entry.kind === 'incident.reported' && entry.incident) {
        if (classes.size >= mostSettled) classes.clear();
        classes.set(entry.incident.id, entry.incident.class.code);
      }
      if (entry.incident && !hall.isUnseen(entry.incident)) windows.settled(entry.incident.id);
      const fired = firingOf(entry, now);
      if (fired !== null && !isObeyed(fired, hall.areaCode)) return;
      heardFirings.set(({ firings }) => ({ firings: afterRow(firings, entry, now) }));
      if (!fired?.fresh) return;
      soundFor(fired, hall, classes.get(fired.incidentId ?? '') ?? null);
      windows.heard(fired);
    },
  });
  return () => {
    stop();
    heardFirings.set({ firings: [] });
  };
}

const gradeByChime: Record<string, number> = { grave: 1, alarm: 2, notice: 4 };

function soundFor(
  { outcomes, grade }: HeardFiring,
  { sound }: Hall,
  classCode: string | null,
): void {
  for (const { kind, state, chime = '' } of outcomes) {
    if (kind === 'sound' && state === 'done') sound(gradeByChime[chime] ?? grade ?? 4, classCode);
  }
}

/**
 * The windows that rules opened follow the foremost thing that happened: the gravest, of equals the newest. What somebody
 * has seen gives way to the next; windows that a person opened or moved stay.
 */
class RuledWindows {
  readonly #hall: Hall;
  #waiting: HeardFiring[] = [];
  readonly #carriedOut = new Set<string>();
  /** Seen or over before the rule's word came. */
  readonly #settled = new Set<string>();
  #shownFor: string | null = null;

  constructor(hall: Hall) {
    this.#hall = hall;
  }

  heard(firing: HeardFiring): void {
    const showsSomething = firing.outcomes.some(
      (outcome) => isFocus(outcome) || camerasToOpen(outcome).length > 0,
    );
    if (!showsSomething) return;
    if (waitsToBeSeen(firing) && this.#settled.has(firing.incidentId ?? '')) return;
    this.#waiting.push(firing);
    this.#show();
  }

  settled(incidentId: string): void {
    if (this.#settled.size >= mostSettled) this.#settled.clear();
    this.#settled.add(incidentId);
    const left = this.#waiting.filter(
      (firing) => firing.incidentId !== incidentId || !waitsToBeSeen(firing),
    );
    if (left.length === this.#waiting.length) return;
    this.#waiting = left;
    this.#show();
  }

  #show(): void {
    const now = journalNow();
    this.#waiting = this.#waiting.filter(
      (firing) => waitsToBeSeen(firing) || now - firing.firedMs < freshMs,
    );
    const foremost = foremostOf(this.#waiting);
    if (foremost === null) return;
    const about = aboutOf(foremost);
    const due = this.#waiting.filter(
      (firing) => aboutOf(firing) === about && !this.#carriedOut.has(firing.id),
    );
    if (due.length === 0) return;
    if (about !== this.#shownFor) closeUntouched(foremost.incidentId);
    this.#shownFor = about;
    for (const firing of due) {
      this.#carriedOut.add(firing.id);
      this.#carryOut(firing);
    }
  }

  #carryOut(firing: HeardFiring): void {
    const { outcomes, incidentId, position } = firing;
    for (const outcome of outcomes) {
      if (isFocus(outcome) && position !== null && this.#hall.mayMove()) {
        if (incidentId !== null) select({ kind: 'incident', id: incidentId, position });
        this.#hall.fly(position);
      }
      if (incidentId === null) continue;
      for (const camera of camerasToOpen(outcome)) {
        if (!isOpenByHand(camera.cameraId)) openFor(firing.id, incidentId, camera);
      }
    }
  }
}

/** What nobody has seen holds the screen until somebody has; all else for as long as it is news. */
function waitsToBeSeen({ triggerKind, incidentId }: HeardFiring): boolean {
  return incidentId !== null && triggerKind === 'incident.reported';
}

function isFocus({ kind, state }: EffectOutcome): boolean {
  return kind === 'focus' && state === 'done';
}

/** What happened, or the firing itself where it was no incident. */
function aboutOf({ incidentId, id }: HeardFiring): string {
  return incidentId ?? id;
}

function foremostOf(firings: readonly HeardFiring[]): HeardFiring | null {
  // Of what was written in one moment the last word is the newest.
  const [first] = firings
    .toReversed()
    .sort((a, b) => (a.grade ?? leastGrave) - (b.grade ?? leastGrave) || b.firedMs - a.firedMs);
  return first ?? null;
}

/**
 * The ones the rule asked for, in the server's order. Where nobody is on duty the windows open to say so, and show their
 * pictures once somebody is; others that are refused are named in the notice beside.
 */
function camerasToOpen({ kind, cameras = [] }: EffectOutcome): OfferedCamera[] {
  if (kind !== 'open-cameras') return [];
  return cameras.filter(({ refusal }) => refusal === null || refusal === 'nobody-on-duty');
}

function openFor(linkageFiringId: string, incidentId: string, camera: OfferedCamera): void {
  const { cameraId, relation, distanceMeters, longitude, latitude } = camera;
  openCamera({
    cameraId,
    basis: { incidentId, linkageFiringId },
    reason: { relation, distanceMeters },
    position: [longitude, latitude],
  });
}

/** The incident that a rule opened a window for; null where a person opened it. */
function ruledFor({ basis }: OpenCamera): string | null {
  return basis !== null && 'incidentId' in basis && basis.linkageFiringId !== undefined
    ? basis.incidentId
    : null;
}

/** Who looks already goes on looking, and answers for it. */
function isOpenByHand(cameraId: string): boolean {
  const open = mapModel.get().openCameras.find((window) => window.cameraId === cameraId);
  return open !== undefined && ruledFor(open) === null;
}

function closeUntouched(incidentId: string | null): void {
  for (const open of mapModel.get().openCameras) {
    const ruled = ruledFor(open);
    if (ruled !== null && ruled !== incidentId && !open.draggedTo) closeCamera(open.cameraId);
  }
}

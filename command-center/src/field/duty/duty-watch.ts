/** On duty: follows the phone and tells the hall, some points at a time; off duty it does not even ask the phone. */
import {
  EndFieldDutyDocument,
  MyFieldDutyDocument,
  ReportFieldPositionsDocument,
  StartFieldDutyDocument,
  type FieldDutyFieldsFragment,
} from '#gis/generated/graphql.ts';
import { newCommandId } from '#gis/command-id.ts';
import { createStore } from '#ui/create-store.ts';
import { distanceMeters } from 'grid-data';
import type { Net } from '../net/ask-graph.ts';
import type { ServerClock } from '../outbox/server-clock.ts';
import { forgetWay, keepWay, readWay } from './own-way.ts';
import type { FoundPlace, PlaceTrouble } from '../place/find-place.ts';

/** Of the words on screen about what positions are taken for; a changed text gets the next. */
export const noticeVersion = 1;

export type DutyState = {
  duty: FieldDutyFieldsFragment | null;
  /** Taken off by hand without a line: nothing is followed, the server hears of it later. */
  ending: boolean;
  trouble: PlaceTrouble | null;
  refused: string | null;
  /** Where the worker walked on this duty; for the worker's own eyes. */
  walked: readonly Point[];
};

export type Point = { longitude: number; latitude: number; at: number };

type Parts = {
  net: Pick<Net, 'ask'>;
  clock: Pick<ServerClock, 'now' | 'offsetMs'>;
  follow: (
    onPlace: (place: FoundPlace) => void,
    onTrouble: (trouble: PlaceTrouble) => void,
  ) => () => void;
};

const tellEveryMs = 15_000;
const leastMoveMeters = 8;
/** Even who stands says once in a while that the phone lives. */
const longestSilenceMs = 60_000;
const mostAtOnce = 200;
const endingKey = 'cloud-eye.field.duty-ending';

export class DutyWatch {
  readonly state = createStore<DutyState>({
    duty: null,
    ending: readEnding() !== null,
    trouble: null,
    refused: null,
    walked: [],
  });
  readonly #parts: Parts;
  #points: Point[] = [];
  #last: Point | null = null;
  #unfollow: (() => void) | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Asks whether a duty runs, ends one that was ended without a line, and follows one that goes on. */
  async look(): Promise<void> {
    const ending = readEnding();
    if (ending !== null) return this.#tellEnd(ending);
    const answer = await this.#parts.net.ask(MyFieldDutyDocument, {});
    if (answer.answered) this.#take(answer.value.myFieldDuty ?? null);
  }

  async start(): Promise<void> {
    const variables = { commandId: newCommandId(), noticeRead: noticeVersion };
    const answer = await this.#parts.net.ask(StartFieldDutyDocument, variables);
    if (answer.answered) this.#take(answer.value.startFieldDuty);
    else this.state.set({ refused: 'stop' in answer ? answer.stop : answer.refusal.reason });
  }

  /** Ends here at once; the word of it is kept until the server has it. */
  async end(): Promise<void> {
    const commandId = newCommandId();
    keepEnding(commandId);
    this.#stop();
    this.state.set({ duty: null, ending: true, refused: null });
    await this.#tellEnd(commandId);
  }

  /** What was walked since the last word. */
  async tell(): Promise<void> {
    const { duty } = this.state.get();
    if (duty === null || this.#points.length === 0) return;
    const told = this.#points.slice(0, mostAtOnce);
    const { offsetMs } = this.#parts.clock;
    const positions = told.map(({ longitude, latitude, at }) => ({
      longitude,
      latitude,
      at: new Date(at + offsetMs).toISOString(),
    }));
    const answer = await this.#parts.net.ask(ReportFieldPositionsDocument, { positions });
    if (answer.answered) this.#points = this.#points.slice(told.length);
    else if ('refusal' in answer) {
      // Over by the server's word, such as after twelve hours: nothing more is followed.
      if (answer.refusal.reason === 'off-duty') this.#take(null);
      this.#points = [];
    }
  }

  /** At another's hand or at the end of the page. */
  close(): void {
    this.#stop();
    this.state.set({ duty: null, ending: false, trouble: null, refused: null });
  }

  async #tellEnd(commandId: string): Promise<void> {
    const answer = await this.#parts.net.ask(EndFieldDutyDocument, { commandId });
    if (!answer.answered && 'stop' in answer) return;
    keepEnding(null);
    this.state.set({ ending: false });
  }

  #take(duty: FieldDutyFieldsFragment | null): void {
    this.state.set({ duty, refused: null });
    if (duty === null) return this.#stop();
    if (this.#unfollow !== null) return;
    this.state.set({ walked: readWay(duty.id) });
    this.#unfollow = this.#parts.follow(
      (place) => this.#note(place),
      (trouble) => this.state.set({ trouble }),
    );
    this.#timer = setInterval(() => void this.tell(), tellEveryMs);
  }

  #note({ longitude, latitude }: FoundPlace): void {
    this.state.set({ trouble: null });
    const point = { longitude, latitude, at: Date.now() };
    if (this.#last !== null && !isNews(this.#last, point)) return;
    const first = this.#last === null;
    this.#last = point;
    // Without a line for hours the oldest go: the hall needs where somebody is.
    this.#walk(point);
    this.#points = [...this.#points, point].slice(-10 * mostAtOnce);
    if (first) void this.tell();
  }

  #walk(point: Point): void {
    const { duty, walked } = this.state.get();
    if (duty !== null) this.state.set({ walked: keepWay(duty.id, [...walked, point]) });
  }

  #stop(): void {
    forgetWay();
    this.state.set({ walked: [] });
    this.#unfollow?.();
    this.#unfollow = null;
    clearInterval(this.#timer);
    this.#points = [];
    this.#last = null;
  }
}

function isNews(last: Point, point: Point): boolean {
  if (point.at - last.at >= longestSilenceMs) return true;
  const away = distanceMeters([last.longitude, last.latitude], [point.longitude, point.latitude]);
  return away >= leastMoveMeters;
}

function readEnding(): string | null {
  try {
    return localStorage.getItem(endingKey);
  } catch {
    return null;
  }
}

function keepEnding(commandId: string | null): void {
  try {
    if (commandId === null) localStorage.removeItem(endingKey);
    else localStorage.setItem(endingKey, commandId);
  } catch {
    // Storage is closed: it ends at the server after twelve hours, here at once.
  }
}

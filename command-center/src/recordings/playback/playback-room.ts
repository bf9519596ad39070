/**
 * Up to nine cameras' recordings held to one clock. The clock stands while a picture is waited for, so that all show the
 * same moment; a tile that does not come in time is left behind and catches up when it can.
 */
import { createStore, type Store } from '#ui/create-store.ts';
import { PlaybackClock, type Window } from './playback-clock.ts';
import type { Stretch } from './playback-message.ts';
import type { RecordedPlayer, SoundState } from './recorded-player.ts';

type Known = {
  recordings: readonly Stretch[];
  speeds: readonly number[];
  /** Whether the request grants its sound. */
  mayBeHeard: boolean;
};

export type RoomState = {
  positionMs: number;
  intent: 'playing' | 'paused';
  /** The clock stands because a picture is waited for. */
  waits: boolean;
  speed: number;
  /** How far the tiles lie apart, real milliseconds; null with fewer than two. */
  spreadMs: number | null;
  /** The one camera that is listened to: nine streets at once are noise. */
  hears: string | null;
  sound: SoundState;
  /** What is recorded of each camera that has answered, and how fast it can be played. */
  known: Readonly<Record<string, Known>>;
};

const tickMs = 100;
const patienceMs = 6_000;

export class PlaybackRoom {
  readonly state: Store<RoomState>;
  readonly #players = new Map<string, RecordedPlayer>();
  readonly #clock: PlaybackClock;
  #intent: RoomState['intent'] = 'paused';
  /** Since when pictures are waited for; null where none are. */
  #waitsSince: number | null = null;
  /** Not waited for any more, until their picture is there. */
  readonly #leftBehind = new Set<RecordedPlayer>();

  constructor(window: Window) {
    this.#clock = new PlaybackClock(window, performance.now());
    this.state = createStore<RoomState>({
      positionMs: window.fromMs,
      intent: 'paused',
      waits: false,
      speed: 1,
      spreadMs: null,
      hears: null,
      sound: 'off',
      known: {},
    });
  }

  /** Answers the way to stop it, with all that plays in it. */
  start(): () => void {
    const timer = setInterval(() => this.#tick(), tickMs);
    return () => {
      clearInterval(timer);
      for (const cameraId of this.#players.keys()) this.remove(cameraId);
    };
  }

  get positionMs(): number {
    return this.#clock.positionAt(performance.now());
  }

  add(cameraId: string, player: RecordedPlayer): void {
    this.#players.set(cameraId, player);
  }

  /** Its recordings are known: it shows where the others are. */
  welcome(cameraId: string, player: RecordedPlayer): void {
    const { recordings, speeds, mayBeHeard } = player;
    const facts = { recordings, speeds, mayBeHeard };
    this.state.set(({ known }) => ({ known: { ...known, [cameraId]: facts } }));
    if (this.state.get().hears === cameraId) player.listen(true);
    player.play(this.positionMs, this.#clock.speed);
    this.#wait();
  }

  remove(cameraId: string): void {
    const player = this.#players.get(cameraId);
    this.#players.delete(cameraId);
    const { [cameraId]: _gone, ...known } = this.state.get().known;
    this.state.set({ known });
    if (player) this.#leftBehind.delete(player);
    player?.stop();
  }

  play(): void {
    const atEnd = this.#clock.isOver(performance.now());
    this.#intent = 'playing';
    this.#go(atEnd ? { positionMs: 0 } : {});
  }

  pause(): void {
    this.#intent = 'paused';
    this.#clock.go(performance.now(), { runs: false });
    this.#waitsSince = null;
    for (const player of this.#players.values()) player.rest();
    this.#tell();
  }

  listenTo(cameraId: string | null): void {
    this.state.set({ hears: cameraId });
    for (const [id, player] of this.#players) player.listen(id === cameraId);
    this.#tell();
  }

  seek(positionMs: number): void {
    this.#go({ positionMs });
  }

  setSpeed(speed: number): void {
    this.#go({ speed });
  }

  /** Every tile is asked anew, and the clock waits for them. */
  #go(change: { positionMs?: number; speed?: number }): void {
    this.#clock.go(performance.now(), { ...change, runs: false });
    const at = this.positionMs;
    for (const player of this.#players.values()) player.play(at, this.#clock.speed);
    this.#wait();
    this.#tell();
  }

  #wait(): void {
    this.#leftBehind.clear();
    this.#clock.go(performance.now(), { runs: false });
    this.#waitsSince = performance.now();
  }

  #tick(): void {
    const now = performance.now();
    const at = this.#clock.positionAt(now);
    const players = [...this.#players.values()];
    if (this.#waitsSince !== null) this.#endWaiting(players, at, now);
    else if (this.#clock.runs) this.#watch(players, at, now);
    const { speed, runs } = this.#clock;
    for (const player of players) player.follow(at, speed, runs);
    this.#tell();
  }

  #endWaiting(players: readonly RecordedPlayer[], at: number, now: number): void {
    const late = players.filter((player) => !player.isReady(at));
    // A recorder begins with the key picture before, and sends the way from there at the pace asked for, too.
    const patience = patienceMs / Math.min(1, this.#clock.speed);
    if (late.length > 0 && now - this.#waitsSince! < patience) return;
    for (const player of late) this.#leftBehind.add(player);
    this.#waitsSince = null;
    if (this.#intent === 'playing') this.#clock.go(now, { runs: true });
    // Paused, it was only looked where the others stand.
    else for (const player of players) player.rest();
  }

  #watch(players: readonly RecordedPlayer[], at: number, now: number): void {
    if (this.#clock.isOver(now)) return this.pause();
    for (const player of players) {
      const { state } = player;
      if (state.state === 'gap' && state.nextMs !== null && at >= state.nextMs) {
        player.play(at, this.#clock.speed);
      }
      if (player.has(at)) this.#leftBehind.delete(player);
    }
    const starving = players.some(
      (player) =>
        player.state.state === 'pulled' && !player.has(at) && !this.#leftBehind.has(player),
    );
    if (starving) {
      this.#clock.go(now, { runs: false });
      this.#waitsSince = now;
    } else this.#leapOverGap(players, at);
  }

  /** Where no tile has a picture, nobody is made to wait for the next one. */
  #leapOverGap(players: readonly RecordedPlayer[], at: number): void {
    const nexts: (number | null)[] = [];
    for (const player of players) {
      if (player.has(at) || player.state.state !== 'gap') return;
      nexts.push(player.state.nextMs);
    }
    if (nexts.length === 0) return;
    const next = Math.min(...nexts.map((each) => each ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(next)) this.seek(next);
    else this.pause();
  }

  #tell(): void {
    const { speed } = this.#clock;
    const drifts = [...this.#players.values()].flatMap(({ driftMs }) => driftMs ?? []);
    const spreadMs =
      drifts.length < 2 ? null : Math.round((Math.max(...drifts) - Math.min(...drifts)) / speed);
    const { hears } = this.state.get();
    const heard = hears === null ? undefined : this.#players.get(hears);
    this.state.set({
      positionMs: this.positionMs,
      intent: this.#intent,
      waits: this.#waitsSince !== null,
      speed,
      spreadMs,
      sound: heard?.hearing(this.positionMs) ?? 'off',
    });
  }
}

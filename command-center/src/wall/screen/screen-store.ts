import type { ScreenIdentity, ShowingOnTheWire } from 'grid-data';
import { createStore } from '#ui/create-store.ts';
import { rememberedScreen } from './screen-memory.ts';
import { ServerClock } from './server-clock.ts';

export type ScreenStore = {
  /** `unknown` until the server has said whether this machine is a screen. */
  phase: 'unknown' | 'pairing' | 'paired';
  link: 'connecting' | 'live' | 'lost';
  /** By the machine's own clock, as it is shown there. */
  lostAt: number | null;
  screen: ScreenIdentity | null;
  showing: ShowingOnTheWire | null;
  /** Null while no guests stand in the hall. */
  guestsSince: string | null;
};

const before = rememberedScreen();

export const screenStore = createStore<ScreenStore>({
  phase: before === null ? 'unknown' : 'paired',
  link: 'connecting',
  lostAt: null,
  screen: before?.screen ?? null,
  showing: before?.showing ?? null,
  guestsSince: before?.guestsSince ?? null,
});

export const serverClock = new ServerClock();

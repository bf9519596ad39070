/** One tile of a page is heard at a time, and none until somebody asks. */
import { createStore, useStore } from '#ui/create-store.ts';
import { SoundPlayer, type SoundSource } from './sound-player.ts';

/** A tile of the wall, or the player of a video element. */
export type Audible = { sound(on: boolean): void };

type Heard = { source: Audible | null };

const heard = createStore<Heard>({ source: null });
let player: SoundPlayer | null = null;

export const soundDesk = {
  /** Null: silence. */
  hear(source: Audible | null): void {
    const before = heard.get().source;
    if (source === before) return;
    before?.sound(false);
    player?.close();
    player = null;
    heard.set({ source });
    source?.sound(true);
  },

  silence(source: Audible | null): void {
    if (source !== null && source === heard.get().source) this.hear(null);
  },

  configure(tile: Audible | null, config: SoundSource): void {
    if (tile === null || tile !== heard.get().source) return;
    player ??= new SoundPlayer();
    player.configure(config);
  },

  play(tile: Audible | null, sound: { milliseconds: number; data: Uint8Array<ArrayBuffer> }): void {
    if (tile !== null && tile === heard.get().source) player?.play(sound.milliseconds, sound.data);
  },
};

export const useHeard = (source: Audible | null): boolean =>
  useStore(heard, (state) => source !== null && state.source === source);

/** The sound of a new incident. A browser gives sound only after a person has touched the page. */
import { createStore } from '#ui/create-store.ts';
import { preferences } from './preferences.ts';

/** Whether sound can be heard at all: `waiting` until the first touch. */
export const soundState = createStore<{ sound: 'waiting' | 'on' }>({ sound: 'waiting' });

let context: AudioContext | null = null;

/** Two falling notes; the graver the incident the higher they begin. */
const firstNoteHz: Record<number, number> = { 1: 988, 2: 880, 3: 740, 4: 659 };

export function waitForFirstTouch(): () => void {
  const unlock = async (): Promise<void> => {
    context ??= new AudioContext();
    await context.resume();
    if (context.state === 'running') soundState.set({ sound: 'on' });
  };
  const onTouch = (): void => void unlock();
  addEventListener('pointerdown', onTouch);
  addEventListener('keydown', onTouch);
  return () => {
    removeEventListener('pointerdown', onTouch);
    removeEventListener('keydown', onTouch);
  };
}

/** What sounds now: many at once are heard as one, unless a graver one comes. */
let sounding = { grade: Infinity, untilSeconds: 0 };
const lastsSeconds = 1.4;

export function chime(grade: number): void {
  if (preferences.get().muted || !context || context.state !== 'running') return;
  const now = context.currentTime;
  if (now < sounding.untilSeconds && grade >= sounding.grade) return;
  sounding = { grade, untilSeconds: now + lastsSeconds };
  const first = firstNoteHz[grade] ?? 659;
  note(context, first, 0);
  note(context, first * 0.749, 0.22);
  if (grade <= 2) {
    note(context, first, 0.55);
    note(context, first * 0.749, 0.77);
  }
}

function note(audio: AudioContext, hertz: number, afterSeconds: number): void {
  const begin = audio.currentTime + afterSeconds;
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.linearRampToValueAtTime(0.25, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.5);
  tone.connect(volume).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + 0.55);
}

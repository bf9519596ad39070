/** How this screen shows and sounds. The face is in the address, so that a wall opens as a wall. */
import { createStore, useStore } from '#ui/create-store.ts';
import { setMapTheme } from '#map/map-host.ts';
import type { ThemeName } from '#map/engine.ts';

export type Face = 'wall' | 'desk';

/** `evenLight`: the map without sun and night. */
type Preferences = { face: Face; muted: boolean; evenLight: boolean };

const mutedKey = 'cloud-eye.muted';
const evenLightKey = 'cloud-eye.even-light';

export const preferences = createStore<Preferences>({
  face: 'wall',
  muted: localStorage.getItem(mutedKey) === 'yes',
  evenLight: localStorage.getItem(evenLightKey) === 'yes',
});

export function usePreferences<Part>(select: (state: Preferences) => Part): Part {
  return useStore(preferences, select);
}

const themeOf: Record<Face, ThemeName> = { wall: 'dark-wall', desk: 'light-desk' };

export function startPreferences(face: Face): void {
  preferences.set({ face });
  apply();
  preferences.subscribe(apply);
}

function apply(): void {
  const { face, muted, evenLight } = preferences.get();
  document.documentElement.dataset['face'] = face;
  document.documentElement.dataset['theme'] = themeOf[face];
  localStorage.setItem(mutedKey, muted ? 'yes' : 'no');
  localStorage.setItem(evenLightKey, evenLight ? 'yes' : 'no');
  setMapTheme(themeOf[face]);
}

export function toggleFace(): void {
  preferences.set(({ face }) => ({ face: face === 'wall' ? 'desk' : 'wall' }));
}

export function toggleMuted(): void {
  preferences.set(({ muted }) => ({ muted: !muted }));
}

export function toggleEvenLight(): void {
  preferences.set(({ evenLight }) => ({ evenLight: !evenLight }));
}

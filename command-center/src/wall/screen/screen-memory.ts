/** What a screen showed last, kept on its machine: after a reload it is back before the server has said a word. */
import { wallContent, type ScreenIdentity, type ShowingOnTheWire } from 'grid-data';

export type ScreenMemory = {
  screen: ScreenIdentity;
  showing: ShowingOnTheWire | null;
  guestsSince: string | null;
};

const key = 'cloud-eye.screen';
const pictureKey = 'cloud-eye.screen-picture';
const liveKey = 'cloud-eye.screen-live-at';

export function rememberedScreen(): ScreenMemory | null {
  try {
    const memory = JSON.parse(localStorage.getItem(key) ?? 'null') as ScreenMemory | null;
    if (!memory?.screen.rect) return null;
    // Kept by another version of the page: not drawn by this one, and the server tells it anew.
    const isOurs = wallContent.safeParse(memory.showing?.content).success;
    return isOurs ? memory : { ...memory, showing: null };
  } catch {
    return null;
  }
}

export function rememberScreen(memory: ScreenMemory): void {
  keep(key, JSON.stringify(memory));
}

/** The map's last picture, shown until the map itself is drawn. */
export function rememberPicture(jpeg: string): void {
  keep(pictureKey, jpeg);
}

export function rememberedPicture(): string | null {
  return localStorage.getItem(pictureKey);
}

/** When the line last lived: what a start without the server shows is from then, not from the start. */
export function rememberLive(atMs: number): void {
  keep(liveKey, String(atMs));
}

export function rememberedLive(): number | null {
  const atMs = Number(localStorage.getItem(liveKey) ?? Number.NaN);
  return Number.isFinite(atMs) ? atMs : null;
}

/** An unpaired machine must not show again what the hall saw. */
export function forgetScreen(): void {
  localStorage.removeItem(key);
  localStorage.removeItem(pictureKey);
  localStorage.removeItem(liveKey);
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A full store costs the quick return, not the scene.
  }
}

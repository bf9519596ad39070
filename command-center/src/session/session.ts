/** Whether somebody is signed in. The cookie itself is out of a page's reach, so the server is asked. */
import { gisClient } from '#gis/client.ts';
import { onSessionNews } from '#gis/session-news.ts';
import { ViewerDocument, type ViewerFieldsFragment } from '#gis/generated/graphql.ts';
import { createStore } from '#ui/create-store.ts';
import { endSession } from './session-request.ts';

export type Session = {
  state: 'checking' | 'out' | 'in' | 'unreachable';
  viewer: ViewerFieldsFragment | null;
  /** Signed out by the server while in use: said on the sign-in page. */
  ended: boolean;
};

export const sessionStore = createStore<Session>({ state: 'checking', viewer: null, ended: false });

export async function startSession(): Promise<void> {
  onSessionNews((news) => {
    if (news === 'ended') sessionEnded();
    else void rightsChanged();
  });
  await checkSession();
}

/** Asks who is signed in; an address without a session answers nobody, and a broken line is said as such. */
export async function checkSession(): Promise<void> {
  try {
    const { data } = await gisClient.query({ query: ViewerDocument, fetchPolicy: 'network-only' });
    const viewer = data?.viewer ?? null;
    sessionStore.set({ state: viewer ? 'in' : 'out', viewer, ended: false });
  } catch {
    sessionStore.set({ state: 'unreachable', viewer: null });
  }
}

/** The address in the bar is left alone: signing in again leads back to the same view. */
export function sessionEnded(): void {
  if (sessionStore.get().state !== 'in') return;
  sessionStore.set({ state: 'out', viewer: null, ended: true });
  void forgetEverything();
}

/** An account that was moved begins anew at its new area: nothing seen with the old rights stays on screen. */
export async function rightsChanged(): Promise<void> {
  if (sessionStore.get().state !== 'in') return;
  sessionStore.set({ state: 'checking', viewer: null });
  await forgetEverything();
  await checkSession();
  if (sessionStore.get().state === 'out') sessionStore.set({ ended: true });
}

export async function signOut(): Promise<void> {
  if (!(await endSession())) throw new Error('the server did not answer: still signed in');
  sessionStore.set({ state: 'out', viewer: null, ended: false });
  await forgetEverything();
}

/** The next person at this screen must not see what the last one saw. */
async function forgetEverything(): Promise<void> {
  await gisClient.clearStore();
}

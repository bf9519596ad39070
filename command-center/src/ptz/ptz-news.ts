/** Who holds the cameras on this page and where cameras look, as the server tells it while the line stands. */
import { gisClient } from '#gis/client.ts';
import {
  CameraHeadsDocument,
  PtzDocument,
  type HeadFieldsFragment,
  type LeaseFieldsFragment,
} from '#gis/generated/graphql.ts';
import { journalState, onJournal, type JournalEntry } from '#journal/journal-state.ts';
import { createStore } from '#ui/create-store.ts';

type PtzState = {
  leases: Readonly<Record<string, LeaseFieldsFragment>>;
  heads: Readonly<Record<string, HeadFieldsFragment>>;
  /** Cameras that may be turning by themselves, and how it shows. */
  troubles: Readonly<Record<string, string>>;
};

const nothing: PtzState = { leases: {}, heads: {}, troubles: {} };
/** The gateway goes on stopping it, and tells again where it still turns. */
const troubleShownMs = 30_000;

export const ptzState = createStore<PtzState>(nothing);

export function keepLease(lease: LeaseFieldsFragment): void {
  ptzState.set(({ leases }) => ({ leases: { ...leases, [lease.cameraId]: lease } }));
}

export function keepHead(head: HeadFieldsFragment): void {
  ptzState.set(({ heads }) => ({ heads: { ...heads, [head.cameraId]: head } }));
}

/** The journal's feed says when the line stands: the news go over the same socket, and end with it. */
export function startPtzNews(): () => void {
  let stopListening: (() => void) | null = null;
  const follow = (): void => {
    const isLive = journalState.get().status === 'live';
    if (isLive && stopListening === null) stopListening = listen(() => (stopListening = null));
    if (!isLive) {
      stopListening?.();
      stopListening = null;
    }
  };
  const stops = [journalState.subscribe(follow), onJournal({ entry: tellTrouble })];
  follow();
  return () => {
    for (const stop of stops) stop();
    stopListening?.();
    ptzState.set(nothing);
  };
}

function tellTrouble({ kind, subjectId, payload }: JournalEntry): void {
  if (kind !== 'camera-ptz.stop-lost' || !subjectId) return;
  const { trouble } = payload as { trouble: string };
  ptzState.set(({ troubles }) => ({ troubles: { ...troubles, [subjectId]: trouble } }));
  setTimeout(() => {
    ptzState.set(({ troubles: { [subjectId]: _over, ...others } }) => ({ troubles: others }));
  }, troubleShownMs);
}

function listen(onEnd: () => void): () => void {
  const subscription = gisClient.subscribe({ query: PtzDocument }).subscribe({
    next: ({ data }) => {
      if (data?.ptz.lease) keepLease(data.ptz.lease);
      if (data?.ptz.head) keepHead(data.ptz.head);
    },
    error: onEnd,
    complete: onEnd,
  });
  void readHeads();
  return () => subscription.unsubscribe();
}

async function readHeads(): Promise<void> {
  const answer = await gisClient
    .query({ query: CameraHeadsDocument, fetchPolicy: 'no-cache' })
    .catch(() => null); // the feed tells each that moves; the next line asks again
  if (!answer?.data) return;
  const heads = Object.fromEntries(answer.data.cameraHeads.map((head) => [head.cameraId, head]));
  ptzState.set((state) => ({ heads: { ...heads, ...state.heads } }));
}

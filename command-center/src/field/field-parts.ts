/** The parts of the field app, put together once for the page: clock, net, store, worker, outbox. */
import { signIn } from '#session/session-request.ts';
import { DutyWatch } from './duty/duty-watch.ts';
import { IdleLock } from './lock/idle-lock.ts';
import { createNet } from './net/ask-graph.ts';
import { Outbox } from './outbox/outbox.ts';
import { OutboxStore } from './outbox/outbox-store.ts';
import { sendEntryBy } from './outbox/send-entry.ts';
import { ServerClock } from './outbox/server-clock.ts';
import { followPlace, phoneDatum } from './place/find-place.ts';
import { WorkerSession } from './session/worker-session.ts';

export const serverClock = new ServerClock();
export const net = createNet(serverClock);
export const fieldStore = new OutboxStore();
export const workerSession = new WorkerSession({ net, store: fieldStore });
export const outbox = new Outbox({
  store: fieldStore,
  send: sendEntryBy(net, serverClock),
  userId: () => workerSession.confirmedUserId(),
  now: () => Date.now(),
  serverNow: () => serverClock.now(),
});

export const idleLock = new IdleLock({ store: fieldStore, signIn, now: () => Date.now() });

export const dutyWatch = new DutyWatch({
  net,
  clock: serverClock,
  follow: (onPlace, onTrouble) => followPlace(phoneDatum(), onPlace, onTrouble),
});

const tryEveryMs = 15_000;

/** Sends whenever there may be a line: at the start, when the phone says so, when the app comes to the front. */
export function startField(): () => void {
  const send = (): void => void sendNow();
  const touched = (): void => idleLock.touch();
  const whenSeen = (): void => {
    if (document.visibilityState !== 'visible') return;
    idleLock.look();
    send();
  };
  idleLock.touch();
  addEventListener('pointerdown', touched);
  addEventListener('keydown', touched);
  addEventListener('online', send);
  document.addEventListener('visibilitychange', whenSeen);
  const timer = setInterval(() => {
    idleLock.look();
    send();
  }, tryEveryMs);
  void outbox.load().then(sendNow);
  return () => {
    removeEventListener('pointerdown', touched);
    removeEventListener('keydown', touched);
    removeEventListener('online', send);
    document.removeEventListener('visibilitychange', whenSeen);
    clearInterval(timer);
  };
}

/** Asks first who is signed in: nothing goes under somebody else's name. */
export async function sendNow(): Promise<void> {
  await workerSession.check();
  if (workerSession.confirmedUserId() === null) {
    outbox.state.set({ stopped: workerSession.stopReason() });
    // Whoever is signed out is followed no more; without a line a duty goes on.
    if (workerSession.stopReason() === 'signed-out') dutyWatch.close();
    return;
  }
  await Promise.all([outbox.sendAll(), dutyWatch.look()]);
}

/** Whoever has just given the password is at work, and may open the phone with it without a line. */
export async function signedIn(password: string): Promise<void> {
  idleLock.open();
  await sendNow();
  const userId = workerSession.confirmedUserId();
  if (userId !== null) await idleLock.opened(userId, password);
}

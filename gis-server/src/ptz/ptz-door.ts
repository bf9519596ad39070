/** Turning cameras, put together: leases, moves, heads and the way home around one link to the gateway. */
import { systemViewer } from '#access/viewer.ts';
import type { TicketSigner } from '#camera-views/ticket-signer.ts';
import type { CameraService } from '#cameras/service.ts';
import type { Database } from '#database/transaction.ts';
import type { Clock, PtzOrder, PtzReport } from 'grid-data';
import { HandMoves } from './hand-moves.ts';
import { Heads } from './heads.ts';
import { HomeReturn } from './home-return.ts';
import { LeaseDesk, type LeaseChanged } from './lease-desk.ts';
import { LookHere } from './look-here.ts';
import { asActor, MoveRegister } from './move-register.ts';
import { PtzControl } from './ptz-control.ts';
import { PtzLink } from './ptz-link.ts';
import { PtzNewsFeed } from './ptz-news.ts';
import { headsOfCameras } from './ptz-queries.ts';
import { turnableOf } from './ptz-record.ts';
import { createPtzSettings } from './ptz-settings.ts';
import { turnPermits } from './turn-permits.ts';

export type PtzDoor = ReturnType<typeof openPtzDoor>;

type Parts = {
  database: Database;
  clock: Clock;
  /** Sends to every gateway; answers how many there are. */
  send: (order: PtzOrder) => number;
  signer: Pick<TicketSigner, 'sign'>;
};

const writer = systemViewer();
const expireEveryMs = 1_000;
const homeEveryMs = 5_000;

export function openPtzDoor({ database, clock, send, signer }: Parts) {
  const link = new PtzLink({ send, sign: turnPermits(signer, clock) });
  const leases = new LeaseDesk(clock);
  const heads = new Heads({ database, clock });
  const register = new MoveRegister({ database, clock });
  const moves = new HandMoves({ clock, link, register, heads });
  const news = new PtzNewsFeed(database, leases);
  const home = new HomeReturn({ database, clock, link, leases, heads });
  const timers: NodeJS.Timeout[] = [];
  const control = new PtzControl({ database, clock, link, leases, heads, moves });

  const tellOfLease = async (change: LeaseChanged) => {
    try {
      await recordLease(database, change);
      await news.tellLease(change.head.cameraId);
    } catch (error) {
      // The lease itself holds: it lives here, not in the database.
      console.error(`telling of a lease: ${(error as Error).message}`);
    }
  };
  /** One after the other, as they came: the journal tells who had a camera before whom. */
  let leaseNews = Promise.resolve();
  heads.onChange((head) => news.tellHead(head));
  leases.onChange((change) => {
    const former = change.before.holder;
    if (former !== null && former.viewId !== change.after.holder?.viewId) {
      moves.stopThoseOf(former.viewId, 'lease-lost');
    }
    leaseNews = leaseNews.then(() => tellOfLease(change));
  });
  link.onTold(async (told) => {
    if (told.type === 'ptz-ended') await moves.ended(told);
    else if (told.type === 'ptz-head') await heads.told(told.cameraId, told.position);
    else await recordTrouble(database, told);
  });

  return {
    control,
    heads,
    news,
    settings: createPtzSettings(database),
    lookHere: (cameras: Pick<CameraService, 'nearest'>) =>
      new LookHere({ database, clock, cameras, link, leases, heads }),
    take: (report: PtzReport) => link.take(report),
    /** A picture has ended: whoever turned the camera by it turns it no more. */
    viewEnded(viewId: string): void {
      moves.stopThoseOf(viewId, 'look-ended');
      leases.drop(viewId);
    },
    /** What turned when the gateway before this one ended is stopped, whether it still turns or not. */
    async gatewayStarted(startedAt: Date): Promise<void> {
      for (const move of await register.orphansOf(startedAt)) {
        const [head] = await database.inScope(writer, (db) => headsOfCameras(db, [move.camera_id]));
        const camera = head && turnableOf(head);
        if (!camera) continue;
        const { command, speed } = move;
        inBackground('stopping what turned', () =>
          link.act(null, camera, { kind: 'halt', command, speed }),
        );
      }
    },
    /** Who fell silent loses the camera. */
    expireLeases: () => leases.expire(),
    goHome: () => home.run(),
    start(): void {
      timers.push(setInterval(() => leases.expire(), expireEveryMs));
      timers.push(setInterval(() => inBackground('going home', () => home.run()), homeEveryMs));
    },
    stop(): void {
      for (const timer of timers) clearInterval(timer);
      news.close();
    },
  };
}

function inBackground(what: string, work: () => Promise<unknown>): void {
  work().catch((error: Error) => console.error(`${what}: ${error.message}`));
}

/** Waiting in the queue is no act; getting, losing and taking a camera is. */
async function recordLease(
  database: Database,
  { head, before, after, by }: LeaseChanged,
): Promise<void> {
  const { notice } = after;
  if (notice === null || notice === before.notice) return;
  const actor = by === null ? writer : asActor(by.userId, by.userName);
  await database.write(actor, async (tx) =>
    tx.record({
      kind: 'camera-ptz.lease-changed',
      areaCode: head.areaCode,
      subjectKind: 'camera',
      subjectId: head.cameraId,
      payload: {
        viewId: after.holder?.viewId ?? before.holder?.viewId ?? null,
        change: notice.change,
        holder: notice.holderName,
        former: notice.formerName,
      },
    }),
  );
}

async function recordTrouble(
  database: Database,
  { cameraId, moveId, trouble, attempts }: Extract<PtzReport, { type: 'ptz-trouble' }>,
): Promise<void> {
  const [head] = await database.inScope(writer, (db) => headsOfCameras(db, [cameraId]));
  if (head === undefined) return;
  await database.write(writer, async (tx) =>
    tx.record({
      kind: 'camera-ptz.stop-lost',
      areaCode: head.areaCode,
      subjectKind: 'camera',
      subjectId: cameraId,
      position: { longitude: head.longitude, latitude: head.latitude },
      payload: { moveId, trouble, attempts },
    }),
  );
}

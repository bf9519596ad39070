import type { RightsChange } from '#access/rights-watch.ts';
import type { Sessions } from '#access/sessions.ts';
import type { TicketSigner } from '#camera-views/ticket-signer.ts';
import type { Database } from '#database/transaction.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { openPtzDoor, type PtzDoor } from '#ptz/ptz-door.ts';
import { createRecordingFloors } from '#recordings/recording-floor.ts';
import { ExportOrders } from '#recordings/export-orders.ts';
import type { Clock } from 'grid-data';
import { CameraListing } from './camera-listing.ts';
import { CameraRegister } from './camera-register.ts';
import { GatewayLink } from './gateway-link.ts';
import { GatewayReports } from './gateway-reports.ts';
import { ViewRegister } from './view-register.ts';
import { ViewRevocations } from './view-revocations.ts';

type Parts = {
  database: Database;
  clock: Clock;
  sessions: Sessions;
  signer: TicketSigner;
  key: string;
};

export type GatewayDoor = {
  link: GatewayLink;
  views: ViewRegister;
  ptz: PtzDoor;
  exports: ExportOrders;
  onRightsChange(change: RightsChange): void;
  onJournal(rows: readonly JournalRow[]): void;
};

/** The link to the video gateway with what stands behind it: registers of looks and cameras, revocations. */
export function openGatewayDoor({ database, clock, sessions, signer, key }: Parts): GatewayDoor {
  const views = new ViewRegister({ database, sessions, clock });
  const revocations = new ViewRevocations(views, (viewIds, reason) => link.revoke(viewIds, reason));
  const ptz = openPtzDoor({ database, clock, signer, send: (order) => link.orderAll(order) });
  const exports = new ExportOrders({
    database,
    clock,
    signer,
    send: (message) => link.order(message),
  });
  const link: GatewayLink = new GatewayLink({
    internalKey: key,
    publicKeyPem: signer.publicKeyPem,
    views,
    cameras: new CameraRegister(database),
    listing: new CameraListing({ database, clock }),
    ptz,
    reports: new GatewayReports(database),
    floors: createRecordingFloors({ database }),
    exports,
    onGateway: async () => {
      await revocations.catchUp();
      await exports.order();
    },
  });
  // One after the other; what fails while the database is away is caught up when the gateway says hello again.
  let work = Promise.resolve();
  const inTurn = (task: () => Promise<void>) => {
    work = work
      .then(task)
      .catch((error: Error) => console.error(`taking pictures back: ${error.message}`));
  };
  return {
    link,
    views,
    ptz,
    exports,
    onRightsChange: (change) => inTurn(() => revocations.onRightsChange(change)),
    onJournal: (rows) =>
      inTurn(async () => {
        await revocations.onJournal(rows);
        await exports.onJournal(rows);
      }),
  };
}

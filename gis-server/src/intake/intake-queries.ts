import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

/** The number that another system gives its report, and how often it has changed since. */
export type Order = { source: string; externalId: string; revision: number };

export type TakenOrder =
  | { is: 'new' }
  | { is: 'known'; incidentId: string }
  | { is: 'newer'; incidentId: string };

/** New is who comes first; a twin waits for the end of the other's transaction and finds it known. */
export async function takeInOrder(
  db: Reading,
  { order, incidentId, at }: { order: Order; incidentId: string; at: Date },
): Promise<TakenOrder> {
  const { source, externalId, revision } = order;
  const first = await db.query(sql`-- Has this order of this source come before?
    insert into intake (source, external_id, revision, incident_id, first_at, last_at)
    values (${source}, ${externalId}, ${revision}, ${incidentId}::uuid, ${at}, ${at})
    on conflict (source, external_id) do nothing returning incident_id`);
  if (first.length > 0) return { is: 'new' };
  const newer = await db.query<{ incidentId: string }>(sql`-- Is this its newest revision?
    update intake set revision = ${revision}, last_at = ${at}
    where source = ${source} and external_id = ${externalId} and revision < ${revision}
    returning incident_id::text as "incidentId"`);
  if (newer[0] !== undefined) return { is: 'newer', ...newer[0] };
  const [known] = await db.query<{ incidentId: string }>(sql`-- Which case has it become?
    select incident_id::text as "incidentId" from intake
    where source = ${source} and external_id = ${externalId}`);
  return { is: 'known', incidentId: known!.incidentId };
}

export type KnownOrder = { incidentId: string; revision: number };

export async function knownOrder(
  db: Reading,
  { source, externalId }: Pick<Order, 'source' | 'externalId'>,
): Promise<KnownOrder | null> {
  const [known] = await db.query<KnownOrder>(sql`-- Has this order come, and how new is it?
    select incident_id::text as "incidentId", revision from intake
    where source = ${source} and external_id = ${externalId}`);
  return known ?? null;
}

export type OrderRecord = { incidentId: string; externalId: string; revision: number };

export function ordersOf(db: Reading, incidentIds: readonly string[]) {
  return db.query<OrderRecord>(sql`-- Under which numbers did these cases come?
    select incident_id::text as "incidentId", external_id as "externalId", revision from intake
    where incident_id = any(${incidentIds}::uuid[])`);
}

/** Effects that other services carry out, in the name of the person on duty: each a command that has its effect once. */
import type { Duties } from '#access/duties.ts';
import { viewerFrom, type AccountOfSession } from '#access/viewer-of-account.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { DomainError, type Clock, type EffectOutcome, type LinkageEffect } from 'grid-data';
import { pendingFirings, settleOutcome } from '../firing-queries.ts';
import { causeOf, type FiringRecord } from '../linkage-record.ts';
import { effectCommandId, engineViewer } from './hear-events.ts';

/** What a service is asked to do, and the id of what came of it. */
export type Order<Kind extends LinkageEffect['kind']> = {
  commandId: string;
  effect: LinkageEffect & { kind: Kind };
  firing: FiringRecord;
  /** Who answers for it. */
  viewer: Viewer;
};
type Done = { subjectId?: string; told?: string[] };

/** Null: not yet, asked again later. */
export type EffectDoers = {
  [Kind in LinkageEffect['kind']]?: (order: Order<Kind>) => Promise<Done | null>;
};

type Parts = {
  database: Database;
  clock: Clock;
  duties: Pick<Duties, 'chargeableDuty'>;
  rootCode: () => Promise<string>;
  doers: EffectDoers;
};

const atOnce = 50;
/** What a service that is away has kept from happening for so long is not caught up with. */
const longestTryMs = 10 * 60_000;

export function createCarryOut({ database, clock, duties, rootCode, doers }: Parts) {
  const onDuty = async (firing: FiringRecord): Promise<Viewer | null> => {
    const root = await rootCode();
    const duty = await duties.chargeableDuty(firing.ruleAreaCode || root);
    if (duty === null) return null;
    const [account] = await database.inScope(systemViewer(), (db) =>
      db.query<AccountOfSession>(sql`-- Whose duty is it?
        select id::text as id, name, display_name, role, area_code, department_code, null as password_hash,
          null as screen_id from users where id = ${duty.user_id}::uuid`),
    );
    return account === undefined ? null : viewerFrom(account, `linkage-${firing.id}`, root);
  };

  const attempt = async (firing: FiringRecord, index: number): Promise<EffectOutcome | null> => {
    const effect = firing.effects[index]!;
    const { kind } = effect;
    const refused = (refusal: string): EffectOutcome => ({ kind, state: 'refused', refusal });
    const doer = doers[kind] as EffectDoers['show-scene'];
    if (doer === undefined) return refused('not-available');
    const viewer = await onDuty(firing);
    if (viewer === null) return refused('nobody-on-duty');
    const commandId = effectCommandId(firing.id, index);
    try {
      const done = await doer({ commandId, effect: effect as never, firing, viewer });
      return done === null ? null : { kind, state: 'done', refusal: null, ...done };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const late = clock.now().getTime() - firing.firedAt.getTime() > longestTryMs;
      return error.kind === 'unavailable' && !late ? null : refused(error.reason);
    }
  };

  const settle = async (firing: FiringRecord, index: number, outcome: EffectOutcome) => {
    await database.write(engineViewer, async (tx) => {
      if (!(await settleOutcome(tx, { id: firing.id, index, outcome }))) return;
      tx.record({
        kind: 'linkage.carried-out',
        areaCode: firing.areaCode,
        subjectKind: 'linkage-rule',
        subjectId: firing.ruleId,
        payload: { ...causeOf(firing), outcome },
      });
    });
  };

  return async (): Promise<void> => {
    const waiting = await database.inScope(engineViewer, (db) => pendingFirings(db, atOnce));
    for (const firing of waiting) {
      for (const [index, { state }] of firing.outcomes.entries()) {
        if (state !== 'pending') continue;
        const outcome = await attempt(firing, index);
        if (outcome !== null) await settle(firing, index, outcome);
      }
    }
  };
}

import type { RightsChange } from '#access/rights-watch.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { sql } from '#database/sql.ts';
import { isOpenState, type IncidentState } from 'grid-data';
import type { RevokedView, ViewRegister } from './view-register.ts';

type Revoke = (viewIds: string[], reason: string) => void;

/** Takes pictures back when what they rest on ends: session, account, case, camera, filed purpose or duty. */
export class ViewRevocations {
  readonly #register: ViewRegister;
  readonly #revoke: Revoke;

  constructor(register: ViewRegister, revoke: Revoke) {
    this.#register = register;
    this.#revoke = revoke;
  }

  async onRightsChange({ sessionId, userId, reason }: RightsChange): Promise<void> {
    const looks =
      sessionId === undefined ? sql`user_id = ${userId}` : sql`session_id = ${sessionId}`;
    this.#stop(await this.#register.revokeWhere(looks, reason));
  }

  async onJournal(rows: readonly JournalRow[]): Promise<void> {
    if (rows.some(mayEndLooks)) this.#stop(await this.#register.revokeLapsed());
  }

  /** What ended while no gateway was connected, or while this server was down. */
  async catchUp(): Promise<void> {
    await this.#register.revokeLapsed();
    this.#stop(await this.#register.revokedAndRunning());
  }

  #stop(looks: readonly RevokedView[]): void {
    for (const [reason, ended] of Map.groupBy(looks, (look) => look.end_reason)) {
      this.#revoke(
        ended.map(({ id }) => id),
        reason,
      );
    }
  }
}

function mayEndLooks({ kind, payload }: JournalRow): boolean {
  switch (kind) {
    case 'incident.moved':
      return !isOpenState(payload['to'] as IncidentState);
    case 'incident.revised':
      return (payload['changed'] as string[]).includes('classCode');
    case 'incident.corrected':
      return (payload['changes'] as { field: string }[]).some(({ field }) =>
        ['classCode', 'position'].includes(field),
      );
    case 'camera.surveyed':
      return payload['moved'] === true;
    case 'import.applied':
      return payload['kind'] === 'cameras';
    case 'view-request.decided':
      return payload['to'] === 'refused';
    case 'incident.left-department':
    case 'view-request.ended':
    case 'camera.gone':
    case 'camera.moved':
    case 'duty.signed-out':
      return true;
    default:
      return false;
  }
}

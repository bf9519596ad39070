/** 下派: where a case may be handed down to, and whether anybody there could go on with it. */
import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { permissionsOf, roles, type CaseSettings } from 'grid-data';

/** `mayRegister` is null where the viewer does not see who works there. */
export type HandDownLevel = { areaCode: string; mayRegister: boolean | null };

/** The characters of a township's and of a village's code. */
const levels = [9, 12];

export async function handDownLevels(
  db: Reading,
  viewer: Viewer,
  caseArea: string,
  { acceptorRegisters }: Pick<CaseSettings, 'acceptorRegisters'>,
): Promise<HandDownLevel[]> {
  const registering = roles.filter((role) => {
    const held = permissionsOf(role);
    return (
      held.includes('incident.register') || (acceptorRegisters && held.includes('incident.accept'))
    );
  });
  const codes = levels
    .filter((length) => caseArea.length >= length)
    .map((length) => caseArea.slice(0, length));
  const rows = await db.query<{ areaCode: string }>(sql`-- At which of these does somebody register?
    select code as "areaCode" from unnest(${codes}::text[]) as code
    where exists (select from users u where starts_with(u.area_code, code) and u.closed_at is null
      and u.role = any(${registering}) and ${withinScope(viewer, 'u.area_code')})`);
  const staffed = new Set(rows.map(({ areaCode }) => areaCode));
  return codes.map((areaCode) => ({
    areaCode,
    mayRegister: areaCode.startsWith(viewer.scopePrefix) ? staffed.has(areaCode) : null,
  }));
}

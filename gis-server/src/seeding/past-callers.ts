/** Who called about the incidents of the past, and what they said when they were called back (回访). */
import type { Database } from '#database/transaction.ts';
import { writePayload } from 'grid-data';
import type { IncidentRow } from 'grid-data/generate';
import { randomUUID } from 'node:crypto';
import { insertRows, type Row } from './insert-rows.ts';
import type { SeededAccount } from './people.ts';
import { pointText } from './shape-text.ts';

/** The seat that calls back. */
const seat = 'acceptor';

export async function seedPastCallers(
  database: Database,
  incidents: readonly IncidentRow[],
  people: ReadonlyMap<string, SeededAccount>,
): Promise<void> {
  await insertRows(
    database,
    {
      name: 'reporters',
      columns: [
        ['incident_id', 'uuid'],
        ['area_code', 'text'],
        ['name', 'text'],
        ['telephone', 'text'],
        ['wants_call_back', 'boolean'],
      ],
    },
    incidents.flatMap(({ id, areaCode, caller }) =>
      caller === null
        ? []
        : [{ incident_id: id, area_code: areaCode, ...caller, wants_call_back: true }],
    ),
  );
  const caller = people.get(seat);
  if (caller === undefined) return;
  await insertRows(
    database,
    {
      name: 'call_backs',
      columns: [
        ['id', 'uuid'],
        ['incident_id', 'uuid'],
        ['area_code', 'text'],
        ['outcome', 'text'],
        ['answer', 'text'],
        ['called_at', 'timestamptz'],
        ['called_by', 'uuid'],
        ['called_by_name', 'text'],
      ],
    },
    incidents.flatMap(({ id, areaCode, callBack }) =>
      callBack === null
        ? []
        : [
            {
              ...{ id: randomUUID(), incident_id: id, area_code: areaCode },
              ...{ outcome: callBack.outcome, answer: callBack.answer },
              called_at: callBack.at.toISOString(),
              ...{ called_by: caller.id, called_by_name: caller.displayName },
            },
          ],
    ),
  );
}

/** Its row of the journal, as the seat's own act writes it. */
export function callBackJournalRows(
  incident: IncidentRow,
  people: ReadonlyMap<string, SeededAccount>,
): (Row & { at: string })[] {
  const { callBack } = incident;
  const actor = people.get(seat);
  if (callBack === null || actor === undefined) return [];
  return [
    {
      at: callBack.at.toISOString(),
      kind: 'incident.called-back',
      payload: writePayload('incident.called-back', { outcome: callBack.outcome }),
      actor_id: actor.id,
      actor_name: actor.displayName,
      area_code: incident.areaCode,
      department_code: incident.departmentCode,
      subject_kind: 'incident',
      subject_id: incident.id,
      position: pointText(incident.longitude, incident.latitude),
    },
  ];
}

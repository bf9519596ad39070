import type pg from 'pg';

const columns = `class_code, title, description, state, grade, source, area_code, unit_grid_code, governance_grid_code,
  department_code, reporter_id, address, registered_at, dispatched_at, due_at, feedback_at, closed_at, acknowledged_at,
  acknowledged_by, version, limit_value, limit_unit, clock, close_due_at, stages, stage_due_at`;

/** The cases of the demo's month again and again, a little to the side and a little earlier, until there are so many. */
export async function fillWithCases(client: pg.Client, size: number): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from incidents',
  );
  const there = rows[0]?.count ?? 0;
  const copies = Math.ceil((size - there) / there);
  for (let copy = 1; copy <= copies; copy += 1) {
    await client.query(
      `insert into incidents (id, position, reported_at, ${columns})
       select md5(id::text || ' ' || $1)::uuid, ST_Translate(position, $1 * 0.00002, $1 * 0.00001),
         reported_at - $1 * interval '1 minute', ${columns}
       from (select * from incidents order by reported_at, id limit $2) as first`,
      [copy, Math.min(there, size - there * copy)],
    );
  }
  await client.query('analyze incidents');
}

import { sql, type Statement } from '#database/sql.ts';
import type { BatchOrder } from './apply-batch.ts';

export function applyKeyUnits({ batchId }: BatchOrder): Statement[] {
  return [
    sql`-- New key units, and new facts about known ones.
      insert into key_units (id, name, kind, address, area_code, position, person_in_charge, closed)
      select payload ->> 'id', payload ->> 'name', payload ->> 'kind', payload ->> 'address', area_code,
        position, payload ->> 'personInCharge', (payload ->> 'closed')::boolean
      from import_rows where batch_id = ${batchId}
      on conflict (id) do update set name = excluded.name, kind = excluded.kind, address = excluded.address,
        area_code = excluded.area_code, position = excluded.position,
        person_in_charge = excluded.person_in_charge, closed = excluded.closed`,
  ];
}

export function applyRegulations({ batchId }: BatchOrder): Statement[] {
  return [
    sql`-- New regulations, and those known as they read now.
      insert into regulations (code, law, article, text, summary, source, class_codes)
      select payload ->> 'code', payload ->> 'law', payload ->> 'article', payload ->> 'text',
        (payload ->> 'summary')::boolean, payload ->> 'source',
        array(select jsonb_array_elements_text(payload -> 'classCodes'))
      from import_rows where batch_id = ${batchId}
      on conflict (code) do update set law = excluded.law, article = excluded.article, text = excluded.text,
        summary = excluded.summary, source = excluded.source, class_codes = excluded.class_codes`,
  ];
}

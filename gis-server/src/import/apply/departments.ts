import { sql, type Statement } from '#database/sql.ts';
import type { BatchOrder } from './apply-batch.ts';

export function applyDepartments({ batchId }: BatchOrder): Statement[] {
  return [
    sql`-- New departments, and new names of known ones.
      insert into departments (code, name_zh, name_en, area_code)
      select payload ->> 'code', payload ->> 'name', coalesce(payload ->> 'nameEn', payload ->> 'name'), area_code
      from import_rows where batch_id = ${batchId}
      on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
        area_code = excluded.area_code`,
  ];
}

import type { Database } from '#database/transaction.ts';
import { calendarKey } from '#cases/case-rules.ts';
import { randomUUID } from 'node:crypto';
import {
  caseStandards,
  cityComponentClasses,
  incidentClasses,
  regulations,
  seedWorkCalendar,
} from 'grid-data/generate';
import { insertRows } from './insert-rows.ts';

/** The standard's classes, which any city needs, with or without the demo. */
export async function seedDictionaries(database: Database): Promise<void> {
  await insertRows(
    database,
    {
      name: 'settings',
      columns: [
        ['key', 'text'],
        ['value', 'jsonb'],
      ],
    },
    [{ key: calendarKey, value: seedWorkCalendar() }],
  );
  await insertRows(
    database,
    {
      name: 'city_component_classes',
      columns: [
        ['code', 'text'],
        ['name_zh', 'text'],
        ['name_en', 'text'],
        ['icon', 'text'],
      ],
    },
    cityComponentClasses().map(({ code, nameZh, nameEn, icon }) => ({
      code,
      name_zh: nameZh,
      name_en: nameEn,
      icon,
    })),
  );
  await insertRows(
    database,
    {
      name: 'incident_classes',
      columns: [
        ['code', 'text'],
        ['kind', 'text'],
        ['name_zh', 'text'],
        ['name_en', 'text'],
        ['icon', 'text'],
        ['default_grade', 'integer'],
        ['limit_value', 'double precision'],
        ['limit_unit', 'text'],
        ['purposes', 'text[]'],
        ['department_code', 'text'],
      ],
    },
    incidentClasses().map((one) => ({
      code: one.code,
      kind: one.kind,
      name_zh: one.nameZh,
      name_en: one.nameEn,
      icon: one.icon,
      default_grade: one.defaultGrade,
      limit_value: one.limitValue,
      limit_unit: one.limitUnit,
      purposes: one.purposes,
      department_code: one.departmentCode,
    })),
  );
  await insertRows(
    database,
    {
      name: 'case_standards',
      columns: [
        ['id', 'uuid'],
        ['class_code', 'text'],
        ['condition', 'text'],
        ['limit_value', 'double precision'],
        ['limit_unit', 'text'],
        ['close_condition', 'text'],
      ],
    },
    caseStandards().map((one) => ({
      id: randomUUID(),
      class_code: one.classCode,
      condition: one.condition,
      limit_value: one.limitValue,
      limit_unit: one.limitUnit,
      close_condition: one.closeCondition,
    })),
  );
  await insertRows(
    database,
    {
      name: 'regulations',
      columns: [
        ['code', 'text'],
        ['law', 'text'],
        ['article', 'text'],
        ['text', 'text'],
        ['summary', 'boolean'],
        ['source', 'text'],
        ['class_codes', 'text[]'],
      ],
    },
    regulations().map(({ classCodes, ...one }) => ({ ...one, class_codes: classCodes })),
  );
}

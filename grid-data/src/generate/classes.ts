import type { CameraPurpose } from '#domain/camera.ts';
import type { IncidentGrade, LimitUnit } from '#domain/incident.ts';
import type { CityComponentClassRow, DepartmentRow, IncidentClassRow } from './rows.ts';
import { field, readSeedCsv, type SeedRow } from './seed-files.ts';

export function cityComponentClasses(): CityComponentClassRow[] {
  return readSeedCsv('city-component-classes.csv').map((row) => ({
    code: field(row, 'code'),
    nameZh: field(row, 'name_zh'),
    nameEn: field(row, 'name_en'),
    icon: field(row, 'icon'),
  }));
}

/** Incident classes with what only the generator needs: where they happen and how often. */
export type IncidentPattern = IncidentClassRow & {
  componentClass: string | null;
  place: string;
  share: number;
};

function limitsOf(row: SeedRow) {
  return {
    defaultGrade: Number(field(row, 'grade')) as IncidentGrade,
    limitValue: Number(field(row, 'limit_value')),
    limitUnit: field(row, 'limit_unit') as LimitUnit,
    departmentCode: field(row, 'department'),
    share: Number(field(row, 'share')),
  };
}

export function incidentPatterns(): IncidentPattern[] {
  const icons = new Map(cityComponentClasses().map((one) => [one.code, one.icon]));
  const component = readSeedCsv('component-incidents.csv').map((row): IncidentPattern => {
    const componentClass = field(row, 'class');
    return {
      code: `C${componentClass}`,
      kind: 'component',
      nameZh: field(row, 'problem_zh'),
      nameEn: field(row, 'problem_en'),
      purposes: ['city-management'],
      icon: icons.get(componentClass) ?? 'component',
      componentClass,
      place: 'component',
      ...limitsOf(row),
    };
  });
  const event = readSeedCsv('event-incidents.csv').map((row): IncidentPattern => ({
    code: `E${field(row, 'class')}`,
    kind: 'event',
    nameZh: field(row, 'name_zh'),
    nameEn: field(row, 'name_en'),
    purposes: field(row, 'purposes').split(' ') as CameraPurpose[],
    icon: field(row, 'icon'),
    componentClass: null,
    place: field(row, 'place'),
    ...limitsOf(row),
  }));
  return [...component, ...event];
}

export function incidentClassRow(pattern: IncidentPattern): IncidentClassRow {
  const { componentClass: _class, place: _place, share: _share, ...row } = pattern;
  return row;
}

/** Every class an incident may have, of components and of events. */
export function incidentClasses(): IncidentClassRow[] {
  return incidentPatterns().map(incidentClassRow);
}

/** The departments that the classes of incidents go to: any county has them, under these names or its own. */
export function countyDepartments(areaCode: string): DepartmentRow[] {
  return readSeedCsv('departments.csv').map((row) => ({
    code: field(row, 'code'),
    nameZh: field(row, 'name_zh'),
    nameEn: field(row, 'name_en'),
    areaCode,
  }));
}

export function departmentRows(
  countyCode: string,
  townships: { code: string; name: string }[],
): DepartmentRow[] {
  const towns = townships.map((town) => ({
    code: `town-${town.code}`,
    nameZh: `${town.name}综合行政执法队`,
    nameEn: `Law enforcement team of ${town.name}`,
    areaCode: town.code,
  }));
  return [...countyDepartments(countyCode), ...towns];
}

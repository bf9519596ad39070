/** 部件完好率 and 摄像机在线率: figures whose rows are components and cameras instead of cases. */
import type { Viewer } from '#access/viewer.ts';
import type { Reading } from '#database/transaction.ts';
import { equipmentFormulas, valueOf } from 'grid-data';
import type { EquipmentFormula, EquipmentKind, EvaluationPeriod } from 'grid-data';
import {
  cameraMinutes,
  componentCounts,
  type AreaCount,
  type CameraMinutes,
} from './equipment-queries.ts';
import type { FigureRecord } from './figure-record.ts';

export type EquipmentCounts = ReadonlyMap<EquipmentKind, readonly AreaCount[]>;

export async function equipmentOf(
  db: Reading,
  viewer: Viewer,
  { areaCode, period }: { areaCode: string; period: EvaluationPeriod },
): Promise<EquipmentCounts> {
  return new Map([
    ['city-component', await componentCounts(db, viewer, areaCode)],
    ['camera', (await cameraMinutes(db, viewer, areaCode, period)).map(countOf)],
  ]);
}

const countOf = ({ areaCode, online, planned }: CameraMinutes): AreaCount => ({
  ...{ areaCode, numerator: online, denominator: planned },
  rows: 1,
});

/** The figures of those villages that are meant. */
export function equipmentFigures(
  counts: EquipmentCounts,
  isMeant: (areaCode: string) => boolean = () => true,
): FigureRecord[] {
  return equipmentFormulas.map((formula) => {
    const own = (counts.get(formula.rowsAre) ?? []).filter(({ areaCode }) => isMeant(areaCode));
    return figureRecord(formula, own);
  });
}

function figureRecord(formula: EquipmentFormula, counts: readonly AreaCount[]): FigureRecord {
  const sum = (key: 'numerator' | 'denominator' | 'rows') =>
    counts.reduce((all, count) => all + count[key], 0);
  const figure = { numerator: sum('numerator'), denominator: sum('denominator') };
  return { ...formula, ...figure, value: valueOf(formula, figure), rows: sum('rows') };
}

import type { EquipmentKind, Figure, FormulaWords } from 'grid-data';

export type FigureRecord = Figure &
  FormulaWords & {
    /** What its rows are, and how many can be opened. */
    rowsAre: 'incident' | EquipmentKind;
    rows: number;
  };
export type GroupRecord = {
  key: string | null;
  nameZh: string;
  nameEn: string;
  figures: FigureRecord[];
};

/** What a document says, before it becomes a file: every format is written from this. */
export type Align = 'left' | 'right';
export type Column = { title: string; share: number; align?: Align };
/** Null is no figure, and shown as such. */
export type Cell = string | number | null;

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: Cell])[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly Cell[])[] }
  | { kind: 'plan'; plan: Plan; caption: string }
  | { kind: 'pictures'; pictures: readonly Picture[] };

/** A photo as it is kept, with what is written under it. */
export type Picture = { jpeg: Buffer; width: number; height: number; caption: string };

/** A map of a place, in metres east and north of it. */
export type Plan = {
  halfWidthMeters: number;
  halfHeightMeters: number;
  shapes: readonly PlanShape[];
  names: readonly { east: number; north: number; text: string }[];
};
export type PlanShape = {
  look: 'land' | 'water' | 'building' | 'road' | 'main-road' | 'stream';
  /** Rings of a surface, or one line. */
  lines: readonly (readonly (readonly [east: number, north: number])[])[];
};

export type Section = { heading: string; blocks: readonly Block[] };

export type Paper = {
  title: string;
  /** Under the title: area, stretch, who made it when. */
  lines: readonly string[];
  sections: readonly Section[];
  /** At the foot of each page, before its number. */
  foot: string;
};

export const paperFormats = ['xlsx', 'pdf', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

export const mediaTypes: Record<PaperFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export const noFigure = '—';

export function cellText(cell: Cell): string {
  return cell === null ? noFigure : String(cell);
}

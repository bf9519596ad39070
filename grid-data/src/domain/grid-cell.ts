/** Two grid systems over one village prefix: 单元网格 (GB/T 30428.1) and 综治网格 (GB/T 34300). */
export const gridSystems = ['unit', 'governance'] as const;
export type GridSystem = (typeof gridSystems)[number];

export type GridCellKey = { gridSystem: GridSystem; code: string };

/** 15 digits: 12 of the village and 3 of the sequence inside it. */
export function isGridCellCode(code: string): boolean {
  return /^\d{15}$/.test(code);
}

export function villageOfGridCell(code: string): string {
  return code.slice(0, 12);
}

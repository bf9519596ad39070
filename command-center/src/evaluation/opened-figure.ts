import type { Stretch } from './use-stretch.ts';

/** Which figure's rows are open: of the whole, or of one group. */
export type OpenedFigure = {
  key: string;
  /** incident, city-component or camera. */
  rowsAre: string;
  counted: boolean;
  by: string | null;
  group: string | null;
  /** Absent: that of the page. */
  stretch?: Stretch;
  /** As the heading says it. */
  title: string;
};

export type OpenFigure = (opened: OpenedFigure) => void;

import type { DaylightName } from './drawing/daylight.ts';
import type { Painter } from './drawing/painter.ts';
import type { ViewOptions } from './drawing/view.ts';

/** A place to be filmed: its ground and its things stand still, its movers go round with the loop. */
export type Scene = {
  view: ViewOptions;
  light: DaylightName;
  ground(painter: Painter): void;
  things(painter: Painter): void;
  /** `time` is the share of the loop that has passed: 1 must look as 0. */
  movers(painter: Painter, time: number): void;
  /** Painted into the corner of the picture; of shared clips it says 示意. */
  label: string;
};

import type { AreaPlan } from '../areas/area-plan.ts';
import type { AreaShapes } from '../areas/area-shapes.ts';
import type { GridCells } from '../areas/grid-cells.ts';
import type { Land } from '../land/land.ts';
import type { RoadIndex } from '../roads/road-index.ts';
import type { RoadNetwork } from '../roads/road-network.ts';
import type { Addresses } from './addresses.ts';

/** All that stands before anything is put on it. */
export type City = {
  seed: number;
  land: Land;
  areas: AreaPlan;
  shapes: AreaShapes;
  roads: RoadNetwork;
  roadIndex: RoadIndex;
  cells: GridCells;
  addresses: Addresses;
};

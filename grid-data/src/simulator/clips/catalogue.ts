import { hillsPlans } from './plans/hills-plans.ts';
import { riverPlans } from './plans/river-plans.ts';
import { schoolGatePlans } from './plans/school-gate-plans.ts';
import { squarePlans } from './plans/square-plans.ts';
import { streetPlans } from './plans/street-plans.ts';
import type { Scene } from './scene.ts';
import { hillsScene } from './scenes/hills.ts';
import { riverScene } from './scenes/river.ts';
import { schoolGateScene } from './scenes/school-gate.ts';
import { squareScene } from './scenes/square.ts';
import { streetScene } from './scenes/street.ts';

/** All clips by name: hero-01 … hero-20 stand before one camera each, the others are shared by scene. */
export const clipCatalogue: Readonly<Record<string, () => Scene>> = {
  ...scenes(streetPlans, streetScene),
  ...scenes(squarePlans, squareScene),
  ...scenes(riverPlans, riverScene),
  ...scenes(schoolGatePlans, schoolGateScene),
  ...scenes(hillsPlans, hillsScene),
};

function scenes<Plan extends { label: string }>(
  plans: Readonly<Record<string, Omit<Plan, 'label'>>>,
  build: (plan: Plan) => Scene,
): Record<string, () => Scene> {
  return Object.fromEntries(
    Object.entries(plans).map(([name, plan]) => [
      name,
      () => build({ ...plan, label: labelOf(name) } as Plan),
    ]),
  );
}

const sceneLabels: Record<string, string> = {
  street: '街道',
  square: '广场',
  river: '河道',
  'school-gate': '校门',
  hills: '山地',
};

// Every picture is drawn; one that stands before many cameras says besides that it is none of them.
function labelOf(name: string): string {
  const [, kind = '', number = ''] = /^(.+)-(\d+)$/.exec(name) ?? [];
  return kind === 'hero' ? `模拟画面 ${number}` : `示意 · ${sceneLabels[kind]}`;
}

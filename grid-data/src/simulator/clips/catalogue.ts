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

/** Clips that stand before many cameras, by name, shared by scene; those of one camera are drawn from the city itself. */
export const sharedClips: Readonly<Record<string, () => Scene>> = {
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
  return `示意 · ${sceneLabels[name.replace(/-\d+$/, '')]}`;
}

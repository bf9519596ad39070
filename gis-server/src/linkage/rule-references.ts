/** Whether there is what a rule names: a scene, cameras, classes. What its editor cannot see, the rule cannot name. */
import type { Viewer } from '#access/viewer.ts';
import type { CameraService } from '#cameras/service.ts';
import type { IncidentService } from '#incidents/service.ts';
import type { WallService } from '#wall-screens/service.ts';
import type { LinkageEffect, LinkageRule, RuleFault } from 'grid-data';

export type RuleReferences = (viewer: Viewer, rule: LinkageRule) => Promise<RuleFault[]>;

type Parts = {
  cameras: Pick<CameraService, 'byId'>;
  incidents: Pick<IncidentService, 'classes'>;
  wall: { scenes: Pick<WallService['scenes'], 'list'> };
};

export function createRuleReferences({ cameras, incidents, wall }: Parts): RuleReferences {
  const faultsOf = async (viewer: Viewer, effect: LinkageEffect): Promise<RuleFault[]> => {
    switch (effect.kind) {
      case 'show-scene': {
        const scenes = await wall.scenes.list(viewer);
        const known = scenes.some(({ id, published }) => id === effect.sceneId && published);
        return known ? [] : [{ field: 'sceneId', reason: 'unknown-scene' }];
      }
      case 'open-cameras': {
        const seen = await cameras.byId(viewer, effect.cameraIds);
        return effect.cameraIds.flatMap((id, index) =>
          seen.some((camera) => camera.id === id)
            ? []
            : [{ field: `cameraIds.${index}`, reason: 'unknown-camera' }],
        );
      }
      case 'raise-incident': {
        const classes = await incidents.classes(viewer);
        const known = classes.some(({ code }) => code === effect.classCode);
        return known ? [] : [{ field: 'classCode', reason: 'unknown-class' }];
      }
      case 'focus':
      case 'turn-cameras':
      case 'sound':
      case 'notify':
      case 'request-recording':
        return [];
    }
  };

  return async (viewer, { effects }) => {
    const faults = await Promise.all(effects.map((effect) => faultsOf(viewer, effect)));
    return faults.flatMap((found, index) =>
      found.map(({ field, reason }) => ({ field: `effects.${index}.${field}`, reason })),
    );
  };
}

/** How each effect is done by the service whose it is. */
import type { CameraService } from '#cameras/service.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import type { IncidentCommands } from '#incidents/incident-commands.ts';
import type { IncidentService } from '#incidents/service.ts';
import type { LookHere } from '#ptz/look-here.ts';
import type { ViewRequests } from '#recordings/view-requests.ts';
import type { WallService } from '#wall-screens/service.ts';
import { DomainError, isOpenState, type Clock } from 'grid-data';
import type { EffectDoers, Order } from './carry-out.ts';

type Parts = {
  clock: Clock;
  cameras: CameraService;
  incidents: IncidentService;
  incidentCommands: Pick<IncidentCommands, 'report'>;
  lookHere: Pick<LookHere, 'turn'>;
  viewRequests: Pick<ViewRequests, 'request'>;
  wall: Pick<WallService, 'showScene'>;
};

const camerasRequested = 4;
const minuteMs = 60_000;

export function createEffectDoers(parts: Parts): EffectDoers {
  const incidentOf = async ({
    firing,
    viewer,
  }: Pick<Order<'raise-incident'>, 'firing' | 'viewer'>) => {
    const [incident] =
      firing.incidentId === null ? [] : await parts.incidents.byId(viewer, [firing.incidentId]);
    if (incident === undefined)
      throw new DomainError('not-found', 'no such incident', { reason: 'no-incident' });
    const classes = await parts.incidents.classes(viewer);
    const purposes = classes.find(({ code }) => code === incident.classCode)?.purposes ?? [];
    const ground: ViewGround = isOpenState(incident.state)
      ? { kind: 'incident', purposes }
      : { kind: 'incident-closed' };
    return { incident, ground, purposes };
  };

  return {
    async 'raise-incident'({ commandId, effect, firing, viewer }) {
      const { longitude, latitude, ruleName, title } = firing;
      if (longitude === null || latitude === null) throw noPlace();
      const incident = await parts.incidentCommands.report(viewer, {
        commandId,
        classCode: effect.classCode,
        grade: effect.grade,
        position: { longitude, latitude },
        description: [ruleName, title].filter(Boolean).join('：'),
        source: 'video-patrol',
      });
      return { subjectId: incident.id };
    },

    async 'show-scene'({ commandId, effect, firing, viewer }) {
      const { ruleName, incidentId } = firing;
      const cause = { kind: 'rule', ruleName, incidentId } as const;
      const shown = await parts.wall.showScene(viewer, {
        commandId,
        sceneId: effect.sceneId,
        cause,
      });
      return { subjectId: effect.sceneId, told: shown.map(({ screenId }) => screenId) };
    },

    async 'turn-cameras'(order) {
      const { incident, ground, purposes } = await incidentOf(order);
      const turned = await parts.lookHere.turn(order.viewer, {
        position: incident.position,
        withinMeters: order.effect.withinMeters,
        ground,
        purpose: purposes[0] ?? null,
        incidentId: incident.id,
      });
      const turning = turned.filter(({ turn }) => turn !== null);
      if (turning.length === 0) {
        throw new DomainError('conflict', 'no camera turned', {
          reason: turned[0]?.reason ?? 'no-camera',
        });
      }
      return { told: turning.map(({ cameraId }) => cameraId) };
    },

    /** Once the window has passed: what is not yet recorded cannot be asked for. */
    async 'request-recording'(order) {
      const { effect, firing, viewer, commandId } = order;
      const windowTo = new Date(firing.firedAt.getTime() + effect.minutesAfter * minuteMs);
      if (windowTo > parts.clock.now()) return null;
      const { incident, ground } = await incidentOf(order);
      const near = await parts.cameras.nearest(
        viewer,
        { position: incident.position, ground },
        3_000,
        camerasRequested,
      );
      const seeing = near.filter(({ refusal }) => refusal !== 'purpose-not-filed');
      if (seeing.length === 0)
        throw new DomainError('conflict', 'no camera', { reason: 'no-camera' });
      const request = await parts.viewRequests.request(viewer, {
        commandId,
        legalBasis: 'statutory-duty',
        cameraIds: seeing.map(({ camera }) => camera.id),
        windowFrom: new Date(
          firing.firedAt.getTime() - Math.max(1, effect.minutesBefore) * minuteMs,
        ),
        windowTo,
        reason: `联动 ${firing.ruleName || firing.ruleId}：${incident.title}`,
        caseNo: incident.caseNo,
        incidentId: incident.id,
      });
      return { subjectId: request.id };
    },
  };
}

function noPlace(): DomainError {
  return new DomainError('conflict', 'it happened at no place', { reason: 'no-place' });
}

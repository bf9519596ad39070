import { areaOf, unitCellOf } from '#areas/resolvers.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import { mapReader, signedIn } from '#graphql/context.ts';
import type { RequestContext } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { isUuid, takeInWord } from '#graphql/take-in.ts';
import { DomainError, streamProfiles } from 'grid-data';
import type { CameraRecord } from './camera-record.ts';
import { refusalRule } from './service.ts';

/** Why the viewer may not look through a camera by duty now; null where the viewer may. */
async function refusalOf(camera: CameraRecord, context: RequestContext): Promise<string | null> {
  const dutyPresent = await context.loaders.dutyPresent();
  return refusalRule(signedIn(context), { kind: 'any' }, dutyPresent)(camera);
}

async function groundOf(
  incidentId: string | null | undefined,
  { loaders }: RequestContext,
): Promise<ViewGround> {
  if (!incidentId) return { kind: 'any' };
  const incident = isUuid(incidentId) ? await loaders.incident.load(incidentId) : null;
  if (incident !== null) return loaders.groundOf(incident);
  throw new DomainError('not-found', 'there is no such incident in your scope', {
    reason: 'unknown-incident',
    details: { field: 'incidentId' },
  });
}

export const cameraResolvers: Resolvers = {
  Query: {
    camera(_, { id }, context) {
      mapReader(context);
      return context.loaders.camera.load(id);
    },
    cameras: (_, question, context) => context.services.cameras.page(mapReader(context), question),
    cameraSights: (_, { cameraIds }, context) =>
      context.services.cameras.sights(mapReader(context), cameraIds),
    async nearestCameras(_, { position, withinMeters, incidentId, first }, context) {
      const viewer = mapReader(context);
      const ground = await groundOf(incidentId, context);
      return context.services.cameras.nearest(viewer, { position, ground }, withinMeters, first);
    },
    async camerasAlong(_, { route, withinMeters, incidentId, first }, context) {
      const viewer = mapReader(context);
      const ground = await groundOf(incidentId, context);
      return context.services.camerasAlong(viewer, { route, ground, withinMeters, first });
    },
    sightPreview: (_, { cameraId, pose }, context) =>
      context.services.sightPreview(signedIn(context), cameraId, pose),
    cameraViews: (_, question, context) =>
      context.services.lookRegister.page(signedIn(context), question),
  },
  Mutation: {
    openCameraView(_, { cameraId, basis, profile }, context) {
      const incidentId = basis.incidentId ?? null;
      if (incidentId !== null && !isUuid(incidentId)) {
        throw new DomainError('not-found', 'there is no such incident in your scope', {
          reason: 'unknown-incident',
          details: { field: 'basis.incidentId' },
        });
      }
      return context.services.cameraViews.openCameraView(signedIn(context), {
        cameraId,
        basis: { ...basis, incidentId },
        profile: takeInWord(profile, streamProfiles, 'profile'),
      });
    },
    reviewBrokenGlass: (_, { commandId, viewId, note }, context) =>
      context.services.lookRegister.review(signedIn(context), {
        commandId,
        viewId,
        note: note ?? null,
      }),
    surveyCamera: (_, { input }, context) =>
      context.services.surveyCamera(signedIn(context), input),
  },
  Camera: {
    position: ({ longitude, latitude }) => ({ longitude, latitude }),
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    gridCell: ({ unitGridCode }, _, context) => unitCellOf(unitGridCode, context),
    permitted: async (camera, _, context) => (await refusalOf(camera, context)) === null,
    refusal: (camera, _, context) => refusalOf(camera, context),
    history: ({ id }, _, { loaders }) => loaders.cameraHistory.load(id),
  },
  CameraView: {
    camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId),
    incident: ({ incidentId }, _, { loaders }) =>
      incidentId === null ? null : loaders.incident.load(incidentId),
    linkageFiring: ({ linkageFiringId }, _, { loaders }) =>
      linkageFiringId === null ? null : loaders.linkageFiring.load(linkageFiringId),
  },
};

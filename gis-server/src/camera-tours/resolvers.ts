import { areaOf } from '#areas/resolvers.ts';
import { mapReader, signedIn, type RequestContext } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import type { TourRecord, TourStopRecord } from './tour-queries.ts';

/** A stop with its tour's answer, so that a tour is judged by one question. */
export type TourStopOfTour = TourStopRecord & { refusal: string | null };

async function stopsOf(
  { stops, purpose }: TourRecord,
  context: RequestContext,
): Promise<TourStopOfTour[]> {
  const ids = stops.map(({ cameraId }) => cameraId);
  const viewer = signedIn(context);
  const refusals = await context.services.cameraTours.refusalOf(viewer, purpose, ids);
  return stops.map((stop, i) => ({ ...stop, refusal: refusals[i] ?? null }));
}

export const cameraTourResolvers: Resolvers = {
  Query: {
    cameraTours: (_, __, context) => context.services.cameraTours.list(mapReader(context)),
  },
  Mutation: {
    saveCameraTour: (_, { input }, context) =>
      context.services.cameraTours.save(signedIn(context), input),
    removeCameraTour: (_, ask, context) =>
      context.services.cameraTours.remove(signedIn(context), ask),
  },
  CameraTour: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    stops: (tour, _, context) => stopsOf(tour, context),
  },
  TourStop: {
    camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId),
  },
};

import { mapReader, signedIn, type RequestContext } from '#graphql/context.ts';
import type { Resolvers, ViewBasisInput } from '#graphql/generated.ts';
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import { takeInPosition } from '#within/within.ts';
import { DomainError, pictureBox, ptzCommands } from 'grid-data';
import type { Place } from './look-here.ts';
import type { PtzNews } from './ptz-news.ts';

const longestPresetName = 20;

export const ptzResolvers: Resolvers = {
  Query: {
    ptzPanel: (_, { viewId }, context) =>
      context.services.ptz.control.panel(signedIn(context), viewId),
    cameraHeads: (_, __, context) => context.services.ptz.heads.seenBy(mapReader(context)),
  },
  Mutation: {
    holdPtz: (_, { viewId }, context) =>
      context.services.ptz.control.hold(signedIn(context), viewId),
    takePtzOver: (_, { viewId }, context) =>
      context.services.ptz.control.takeOver(signedIn(context), viewId),
    releasePtz: (_, { viewId }, context) =>
      context.services.ptz.control.release(signedIn(context), viewId),
    async movePtz(_, { viewId, moveId, command, speed }, context) {
      if (!isUuid(moveId)) throw outOfRange('moveId', 'must be a UUID');
      if (!(speed > 0 && speed <= 1)) throw outOfRange('speed', 'must be above 0, at most 1');
      const wish = { viewId, moveId, command: takeInWord(command, ptzCommands, 'command'), speed };
      await context.services.ptz.control.move(signedIn(context), wish);
      return true;
    },
    stopPtz(_, { moveId }, context) {
      context.services.ptz.control.stop(signedIn(context), moveId);
      return true;
    },
    async callPtzPreset(_, { viewId, number }, context) {
      await context.services.ptz.control.callPreset(signedIn(context), viewId, inPresets(number));
      return true;
    },
    savePtzPreset(_, { viewId, number, name, bearingDeg }, context) {
      const words = takeInText(name, longestPresetName, 'name');
      if (words === null) throw outOfRange('name', 'must say something');
      if (bearingDeg != null && !(bearingDeg >= 0 && bearingDeg < 360)) {
        throw outOfRange('bearingDeg', 'must be 0 to 360');
      }
      return context.services.ptz.control.savePreset(signedIn(context), viewId, {
        number: inPresets(number),
        name: words,
        bearingDeg: bearingDeg ?? null,
      });
    },
    async framePtz(_, { viewId, box }, context) {
      const read = pictureBox.safeParse(box);
      if (!read.success) throw outOfRange('box', 'must be shares of the picture, 0 to 1');
      await context.services.ptz.control.frame(signedIn(context), viewId, read.data);
      return true;
    },
    async lookHere(_, { position, basis, withinMeters }, context) {
      const place = {
        position: takeInPosition(position, 'position'),
        withinMeters,
        ...(await reasonOf(basis, context)),
      };
      const results = await context.services.lookHere.turn(signedIn(context), place);
      return Promise.all(
        results.map(async ({ cameraId, ...result }) => ({
          ...result,
          camera: (await context.loaders.camera.load(cameraId))!,
        })),
      );
    },
    setPtzSettings: (_, { input }, context) =>
      context.services.ptz.settings(signedIn(context), {
        ...input,
        zeroBearingDeg: input.zeroBearingDeg ?? null,
      }),
  },
  Subscription: {
    ptz: {
      subscribe: (_, __, context) =>
        context.services.ptz.news.subscribe(mapReader(context)) as never,
      resolve: (news: PtzNews) => news as never,
    },
  },
};

/** What the looks at a place are for: a case, or a purpose of the viewer's own duty. */
async function reasonOf(
  { incidentId, dutyPurpose, linkageFiringId }: ViewBasisInput,
  { loaders }: RequestContext,
): Promise<Pick<Place, 'ground' | 'purpose' | 'incidentId'>> {
  if ((incidentId == null) === (dutyPurpose == null) || linkageFiringId != null) {
    throw new DomainError('invalid-input', 'give either the case or the duty’s purpose', {
      reason: 'basis-unclear',
    });
  }
  if (dutyPurpose != null) {
    return {
      ground: { kind: 'duty', purpose: dutyPurpose },
      purpose: dutyPurpose,
      incidentId: null,
    };
  }
  const incident = isUuid(incidentId!) ? await loaders.incident.load(incidentId!) : null;
  if (incident === null) {
    throw new DomainError('not-found', 'there is no such incident in your scope', {
      reason: 'unknown-incident',
      details: { field: 'basis.incidentId' },
    });
  }
  return { ground: await loaders.groundOf(incident), purpose: null, incidentId: incident.id };
}

function inPresets(number: number): number {
  if (Number.isInteger(number) && number >= 1 && number <= 300) return number;
  throw outOfRange('number', 'must be 1 to 300');
}

function outOfRange(field: string, message: string): DomainError {
  return new DomainError('invalid-input', `${field} ${message}`, {
    reason: 'out-of-range',
    details: { field },
  });
}

import { areaOf } from '#areas/resolvers.ts';
import { signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { isUuid } from '#graphql/take-in.ts';
import { clauseOf, DomainError, exportFormOf, grantsPlayback, recordingFloorDays } from 'grid-data';
import { awaitsUnmasking, exportRefusal, isToReview, unmaskRefusal } from './export-rules.ts';
import { decisionRefusal } from './view-requests.ts';

export const recordingResolvers: Resolvers = {
  Query: {
    viewRequests: (_, question, context) =>
      context.services.viewRequests.page(signedIn(context), question),
    viewRequest: (_, { id }, context) => context.services.viewRequests.find(signedIn(context), id),
    recordingExports: (_, question, context) =>
      context.services.recordingExports.page(signedIn(context), question),
    recordingFloor: (_, { areaCode }, context) =>
      context.services.recordingFloors.of(signedIn(context), areaCode),
    recordingBookmarks: (_, { requestId }, context) =>
      context.services.recordingNotes.bookmarks(signedIn(context), requestId),
  },
  Mutation: {
    requestView: (_, { input }, context) =>
      context.services.viewRequests.request(signedIn(context), input),
    decideViewRequest: (_, decision, context) =>
      context.services.viewRequests.decide(signedIn(context), decision),
    revokeViewRequest: (_, revocation, context) =>
      context.services.viewRequests.revoke(signedIn(context), revocation),
    openRecording(_, asked, context) {
      const viewer = signedIn(context);
      if (isUuid(asked.requestId)) return context.services.recordingTickets.open(viewer, asked);
      throw new DomainError('not-found', 'you have no such request', { reason: 'unknown-request' });
    },
    requestRecordingExport: (_, { input }, context) =>
      context.services.recordingExports.request(signedIn(context), input),
    decideRecordingExport: (_, decision, context) =>
      context.services.recordingExports.decide(signedIn(context), decision),
    permitUnmaskedExport: (_, permission, context) =>
      context.services.recordingExports.permitUnmasked(signedIn(context), permission),
    reviewRecordingExport: (_, { id }, context) =>
      context.services.recordingTickets.review(signedIn(context), id),
    takeRecordingExport: (_, { id }, context) =>
      context.services.recordingExports.take(signedIn(context), id),
    holdRecordingExport: (_, hold, context) =>
      context.services.recordingExports.hold(signedIn(context), hold),
    deleteRecordingExport: (_, named, context) =>
      context.services.recordingExports.remove(signedIn(context), named),
    keepRecordingBookmark: (_, input, context) =>
      context.services.recordingNotes.keep(signedIn(context), input),
    dropRecordingBookmark: (_, { commandId, id }, context) =>
      context.services.recordingNotes.drop(signedIn(context), commandId, id),
    takeRecordingSnapshot: (_, asked, context) =>
      context.services.recordingNotes.snapshot(signedIn(context), asked),
  },
  ViewRequest: {
    clause: ({ legalBasis }) => clauseOf[legalBasis],
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    mine: ({ requestedById }, _, context) => requestedById === signedIn(context).userId,
    grants: (request, _, { services }) => grantsPlayback(request, services.clock.now()),
    overdue: ({ endReason }) => endReason === 'approval-overdue',
    decidable: (request, _, context) =>
      request.state === 'requested' && decisionRefusal(signedIn(context), request) === null,
  },
  RecordingFloor: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    floorDays: () => recordingFloorDays,
  },
  RecordingDepth: {
    camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId),
  },
  RecordingExport: {
    camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId),
    mine: ({ requestedById }, _, context) => requestedById === signedIn(context).userId,
    form: ({ windowFrom, windowTo }) =>
      exportFormOf({ fromMs: windowFrom.getTime(), toMs: windowTo.getTime() }),
    decidable: (copy, _, context) =>
      copy.state === 'requested' && exportRefusal(signedIn(context), copy) === null,
    sound: ({ sound, masking }) => sound && masking === 'none',
    reviewable: (copy, _, context) =>
      isToReview(copy) && exportRefusal(signedIn(context), copy) === null,
    unmaskable: (copy, _, context) =>
      awaitsUnmasking(copy) && unmaskRefusal(signedIn(context), copy) === null,
  },
  ViewRequestCamera: {
    camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId),
  },
};

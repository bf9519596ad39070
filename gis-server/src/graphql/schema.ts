import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountResolvers } from '#accounts/resolvers.ts';
import { areaResolvers } from '#areas/resolvers.ts';
import { bulletinResolvers } from '#bulletins/resolvers.ts';
import { calibrationResolvers } from '#calibrations/resolvers.ts';
import { cameraResolvers } from '#cameras/resolvers.ts';
import { cameraTourResolvers } from '#camera-tours/resolvers.ts';
import { casePlaceResolvers } from '#case-places/resolvers.ts';
import { caseStandardResolvers } from '#case-standards/resolvers.ts';
import { caseResolvers } from '#cases/resolvers.ts';
import { deskFilterResolvers } from '#desk-filters/resolvers.ts';
import { dispatchResolvers } from '#dispatch/resolvers.ts';
import { documentResolvers } from '#documents/resolvers.ts';
import { evaluationResolvers } from '#evaluation/resolvers.ts';
import { specialReportResolvers } from '#special-reports/resolvers.ts';
import { dutyLogResolvers } from '#duty-log/resolvers.ts';
import { cityComponentResolvers } from '#city-components/resolvers.ts';
import { historyResolvers } from '#history/resolvers.ts';
import { coverageResolvers } from '#blind-spots/resolvers.ts';
import { fieldDutyResolvers } from '#field-duty/resolvers.ts';
import { fieldLeaveResolvers } from '#field-leaves/resolvers.ts';
import { incidentResolvers } from '#incidents/resolvers.ts';
import { instructionResolvers } from '#instructions/resolvers.ts';
import { linkageResolvers } from '#linkage/resolvers.ts';
import { cameraUseResolvers } from '#camera-use/resolvers.ts';
import { keyUnitResolvers } from '#key-units/resolvers.ts';
import { patrolResolvers } from '#patrols/resolvers.ts';
import { pictureReportResolvers } from '#picture-reports/resolvers.ts';
import { photoResolvers } from '#photos/resolvers.ts';
import { outsideSourceResolvers } from '#outside-sources/resolvers.ts';
import { placeResolvers } from '#places/resolvers.ts';
import { ptzResolvers } from '#ptz/resolvers.ts';
import { recordingResolvers } from '#recordings/resolvers.ts';
import { reporterResolvers } from '#reporters/resolvers.ts';
import { replayResolvers } from '#replay/resolvers.ts';
import { searchResolvers } from '#search/resolvers.ts';
import { situationResolvers } from '#statistics/situation/resolvers.ts';
import { sightAreaResolvers } from '#sight-areas/resolvers.ts';
import { travelTimeResolvers } from '#travel-times/resolvers.ts';
import { reportResolvers } from '#reports/resolvers.ts';
import { escalationResolvers } from '#escalations/resolvers.ts';
import { shiftNoteResolvers } from '#shift-notes/resolvers.ts';
import { unitResolvers } from '#units/resolvers.ts';
import { videoHealthResolvers } from '#video-health/resolvers.ts';
import { wallResolvers } from '#wall-screens/resolvers.ts';
import { drawnLayerResolvers } from '#drawn-layers/resolvers.ts';
import { plotResolvers } from '#plots/resolvers.ts';
import { withinResolvers } from '#within/resolvers.ts';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { signedIn } from './context.ts';
import type { Resolvers } from './generated.ts';
import { DateTime, Geometry, JsonObject } from './scalars.ts';

const schemaFolder = join(import.meta.dirname, '..', '..', 'schema');

const baseResolvers: Resolvers = {
  DateTime,
  Geometry,
  JSON: JsonObject,
  Mutation: {
    ping(_, __, context) {
      signedIn(context);
      return context.services.clock.now();
    },
  },
};

/** The schema of the .graphql files with the resolvers of all nouns. */
export function buildGraphSchema(): GraphQLSchema {
  const files = readdirSync(schemaFolder).filter((name) => name.endsWith('.graphql'));
  return makeExecutableSchema({
    typeDefs: files.sort().map((name) => readFileSync(join(schemaFolder, name), 'utf8')),
    resolvers: [
      baseResolvers,
      accountResolvers,
      areaResolvers,
      bulletinResolvers,
      calibrationResolvers,
      cameraResolvers,
      cameraTourResolvers,
      coverageResolvers,
      caseResolvers,
      casePlaceResolvers,
      caseStandardResolvers,
      dispatchResolvers,
      deskFilterResolvers,
      escalationResolvers,
      reportResolvers,
      shiftNoteResolvers,
      dutyLogResolvers,
      specialReportResolvers,
      cityComponentResolvers,
      documentResolvers,
      evaluationResolvers,
      fieldDutyResolvers,
      fieldLeaveResolvers,
      historyResolvers,
      incidentResolvers,
      instructionResolvers,
      cameraUseResolvers,
      keyUnitResolvers,
      pictureReportResolvers,
      patrolResolvers,
      photoResolvers,
      situationResolvers,
      linkageResolvers,
      outsideSourceResolvers,
      placeResolvers,
      ptzResolvers,
      recordingResolvers,
      replayResolvers,
      reporterResolvers,
      searchResolvers,
      unitResolvers,
      videoHealthResolvers,
      wallResolvers,
      withinResolvers,
      travelTimeResolvers,
      sightAreaResolvers,
      drawnLayerResolvers,
      plotResolvers,
    ],
  });
}

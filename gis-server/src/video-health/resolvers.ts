import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import type { GatewayRow, HealthRow, PlatformRow } from './health-queries.ts';

/** What a question about video health is answered from. */
export type VideoHealthRecord = {
  asOf: Date;
  areaCode: string | null;
  counts: HealthRow[];
  platforms: PlatformRow[];
  gateways: GatewayRow[];
};

const sumOf = (rows: readonly HealthRow[], fits: (row: HealthRow) => boolean): number =>
  rows.filter(fits).reduce((sum, { count }) => sum + count, 0);

export const videoHealthResolvers: Resolvers = {
  Query: {
    videoHealth: (_, { areaCode }, context) =>
      context.services.videoHealth.now(mapReader(context), areaCode),
    unplacedCameras: (_, question, context) =>
      context.services.videoHealth.unplaced(mapReader(context), question),
    onlineRate: (_, question, context) =>
      context.services.videoHealth.rate(mapReader(context), question),
    cameraConditions: (_, question, context) =>
      context.services.videoHealth.conditions(mapReader(context), question),
  },
  Mutation: {
    checkCameras: (_, { commandId, cameraIds }, context) =>
      context.services.videoHealth.check(signedIn(context), commandId, cameraIds),
  },
  VideoHealth: {
    cameras: ({ counts }) => sumOf(counts, () => true),
    online: ({ counts }) => sumOf(counts, ({ state }) => state === 'online'),
    offline: ({ counts }) => sumOf(counts, ({ state }) => state === 'offline'),
    unknown: ({ counts }) => sumOf(counts, ({ state }) => state === 'unknown'),
    byHealth: ({ counts }) =>
      [...Map.groupBy(counts, ({ health }) => health)].map(([health, rows]) => ({
        health,
        count: sumOf(rows, () => true),
      })),
    worst: ({ areaCode }, { first }, context) =>
      context.services.videoHealth.worst(mapReader(context), areaCode, first),
  },
  VideoPlatformHealth: {
    linesInUse: ({ report }) => report?.linesInUse ?? null,
    linesWaiting: ({ report }) => report?.linesWaiting ?? null,
    lines: ({ report }) => report?.lines ?? null,
    sparedUntil: ({ report }) => momentOf(report?.sparedUntil),
    loginPausedUntil: ({ report }) => momentOf(report?.loginPausedUntil),
    lastFailure: ({ report }) =>
      report?.lastFailure ? { ...report.lastFailure, at: new Date(report.lastFailure.at) } : null,
  },
  VideoGatewayHealth: {
    pulls: ({ report }) => report.pulls,
    viewers: ({ report }) => report.viewers,
    reconnects: ({ report }) => report.reconnects,
    eventLoopP99Ms: ({ report }) => report.eventLoopP99Ms,
    memoryBytes: ({ report }) => report.memoryBytes,
    sweeping: ({ report }) => report.sweep !== null,
    checking: ({ report }) => report.sweep?.checking ?? 0,
  },
  CameraCondition: {
    camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId),
  },
};

const momentOf = (at: string | null | undefined): Date | null => (at == null ? null : new Date(at));

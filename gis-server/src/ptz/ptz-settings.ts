/** How a camera turns and goes home, as somebody who surveys cameras sets it. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { seesArea } from '#access/scope.ts';
import type { Database } from '#database/transaction.ts';
import { DomainError } from 'grid-data';
import { headsOfCameras, keepSettings, type PtzSettings } from './ptz-queries.ts';

export type SettingsInput = PtzSettings & { commandId: string; cameraId: string };

export function createPtzSettings(database: Database) {
  return async (viewer: Viewer, input: SettingsInput): Promise<PtzSettings> => {
    requirePermission(viewer, 'camera.edit');
    const { commandId, cameraId, ...settings } = input;
    checkRange('zeroBearingDeg', settings.zeroBearingDeg ?? 0, 0, 359.999);
    checkRange('homePreset', settings.homePreset, 1, 300);
    checkRange('homeAfterSeconds', settings.homeAfterSeconds, 10, 86_400);
    await database.command(viewer, { commandId, kind: 'ptz.settings' }, async (tx) => {
      const [head] = await headsOfCameras(tx, [cameraId]);
      if (head === undefined || !seesArea(viewer, head.areaCode)) {
        throw new DomainError('not-found', 'there is no such camera in your scope', {
          reason: 'unknown-camera',
        });
      }
      await keepSettings(tx, head, settings);
      tx.record({
        kind: 'camera-ptz.settings-changed',
        areaCode: head.areaCode,
        subjectKind: 'camera',
        subjectId: cameraId,
        payload: settings,
      });
    });
    return settings;
  };
}

function checkRange(field: string, value: number, min: number, max: number): void {
  if (value >= min && value <= max) return;
  throw new DomainError('invalid-input', `input.${field}: ${value} is not ${min} to ${max}`, {
    reason: 'out-of-range',
    details: { field: `input.${field}`, min, max },
  });
}

/** The components and cameras behind a figure, as many as it says. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { camerasById } from '#cameras/queries.ts';
import { cityComponentsByCode } from '#city-components/queries.ts';
import { pageSize } from '#graphql/page.ts';
import { cameraMinutes, componentCodes, componentCounts } from './equipment-queries.ts';
import type { CameraMinutes } from './equipment-queries.ts';
import { checkStretch, type EvaluationParts } from './evaluation.ts';
import { byArea, type Scene } from './grouping.ts';

type AskedOfArea = {
  areaCode: string;
  byArea: boolean;
  group?: string | null | undefined;
  first: number;
};
export type AskedComponents = AskedOfArea & { counted: boolean };
export type AskedCameras = AskedOfArea & { from: Date; to: Date };

export type EquipmentRows = ReturnType<typeof createEquipmentRows>;

export function createEquipmentRows({ database, clock, areas }: EvaluationParts) {
  return {
    async components(viewer: Viewer, asked: AskedComponents) {
      requirePermission(viewer, 'evaluation.read');
      const limit = pageSize('worklist', asked.first);
      await areas.takeIn(viewer, { areaCode: asked.areaCode });
      return database.inScope(viewer, async (db) => {
        const isMeant = await meantAreas({ db, viewer, areaCode: asked.areaCode }, asked);
        const counts = (await componentCounts(db, viewer, asked.areaCode)).filter(isMeant);
        const total = counts.reduce(
          (sum, { rows, numerator }) => sum + (asked.counted ? numerator : rows),
          0,
        );
        const areaCodes = counts.map(({ areaCode }) => areaCode);
        const { counted } = asked;
        const codes = await componentCodes(db, viewer, { areaCodes, counted, limit });
        const rows = await cityComponentsByCode(db, viewer, codes);
        const byCode = new Map(rows.map((row) => [row.code, row]));
        return { total, nodes: codes.flatMap((code) => byCode.get(code) ?? []) };
      });
    },

    async cameras(viewer: Viewer, asked: AskedCameras) {
      requirePermission(viewer, 'evaluation.read');
      checkStretch(asked);
      const limit = pageSize('worklist', asked.first);
      await areas.takeIn(viewer, { areaCode: asked.areaCode });
      return database.inScope(viewer, async (db) => {
        const isMeant = await meantAreas({ db, viewer, areaCode: asked.areaCode }, asked);
        const period = { from: asked.from, to: asked.to, now: clock.now() };
        const all = (await cameraMinutes(db, viewer, asked.areaCode, period)).filter(isMeant);
        const shown = all.toSorted(seldomestFirst).slice(0, limit);
        const ids = shown.map(({ cameraId }) => cameraId);
        const rows = await camerasById(db, viewer, ids);
        const byId = new Map(rows.map((row) => [row.id, row]));
        const nodes = shown.map(({ cameraId, online, planned }) => ({
          ...{ cameraId, camera: byId.get(cameraId) ?? null },
          ...{ onlineMinutes: online, plannedMinutes: planned },
        }));
        return { total: all.length, nodes };
      });
    },
  };
}

async function meantAreas(scene: Scene, asked: AskedOfArea) {
  if (!asked.byArea) return () => true;
  const { keyOfArea } = await byArea(scene);
  return ({ areaCode }: { areaCode: string }) => keyOfArea(areaCode) === (asked.group ?? null);
}

function seldomestFirst(a: CameraMinutes, b: CameraMinutes): number {
  const byShare = a.online / a.planned - b.online / b.planned;
  return byShare || (a.cameraId < b.cameraId ? -1 : 1);
}

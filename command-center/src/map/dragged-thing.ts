/** A thing on its way from a list to a screen of the wall, as drag and drop carries it. */
import type { WallPanel } from 'grid-data';
import type { EngineKind, ViewState } from './engine.ts';

export type PushThing =
  | { kind: 'map'; view: ViewState; engine: EngineKind; layers: readonly string[] }
  | { kind: 'cameras'; cameras: readonly { cameraId: string; incidentId: string | null }[] }
  | { kind: 'incident'; incidentId: string }
  | { kind: 'panel'; panel: WallPanel };

const type = 'application/x-cloud-eye-thing';

export function dragThing(data: DataTransfer, thing: PushThing): void {
  data.setData(type, JSON.stringify(thing));
  data.effectAllowed = 'copy';
}

export function draggedThing(data: DataTransfer): PushThing | null {
  const text = data.getData(type);
  return text === '' ? null : (JSON.parse(text) as PushThing);
}

/** A thing on its way to a screen, as drag and drop carries it. */
import type { PushThing } from './push-things.ts';

const type = 'application/x-cloud-eye-thing';

export function dragThing(data: DataTransfer, thing: PushThing): void {
  data.setData(type, JSON.stringify(thing));
  data.effectAllowed = 'copy';
}

export function draggedThing(data: DataTransfer): PushThing | null {
  const text = data.getData(type);
  return text === '' ? null : (JSON.parse(text) as PushThing);
}

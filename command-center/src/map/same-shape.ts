/** Whether a shape given again is drawn already: what has not changed is not drawn anew. */
import type { MapShape } from './engine.ts';

export function sameLook(one: MapShape, other: MapShape): boolean {
  return (
    one.symbols === other.symbols || JSON.stringify(one.symbols) === JSON.stringify(other.symbols)
  );
}

/** A geometry is never changed in place: another object is another form. */
export function sameForm(one: MapShape, other: MapShape): boolean {
  return (
    one.geometry === other.geometry &&
    (one.attributes === other.attributes ||
      JSON.stringify(one.attributes) === JSON.stringify(other.attributes))
  );
}

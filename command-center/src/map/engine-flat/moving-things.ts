/** Units on the move, by deck.gl above the map: each glides from where it was to where it says it is. */
import { IconLayer, TextLayer } from '@deck.gl/layers';
import type { Color } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { MovingThing } from '../engine.ts';
import type { MapSymbols } from '../map-symbols.ts';
import { themeColorBytes, themeScale, themeTextPx } from '../theme-colors.ts';
import { unitNamesFromZoom, unitSignPx, unitSizeAt } from '../unit-size.ts';
import { unitAtlas, type UnitAtlas } from './unit-atlas.ts';

/** A place in the drawn list, kept while the thing lives, so that deck.gl glides each from its own last place. */
type Slot = MovingThing | null;

/** Positions come once a second: the glide takes as long as the wait for the next. */
const glideMs = 1000;

export class MovingThings {
  readonly overlay = new MapLibreOverlay({ interleaved: false, layers: [] });
  #slots: Slot[] = [];
  #slotOf = new Map<string, number>();
  #shown = false;
  #zoom = 0;
  #symbols: MapSymbols = new Map();
  #atlas: UnitAtlas | null = null;
  #stillWanted = matchMedia('(prefers-reduced-motion: reduce)');

  set(things: readonly MovingThing[]): void {
    const heard = new Set(things.map((thing) => thing.id));
    const slots = this.#slots.map((slot) => (slot && heard.has(slot.id) ? slot : null));
    for (const id of this.#slotOf.keys()) if (!heard.has(id)) this.#slotOf.delete(id);
    for (const thing of things) {
      const at = this.#slotOf.get(thing.id) ?? freeSlot(slots);
      this.#slotOf.set(thing.id, at);
      slots[at] = thing;
    }
    this.#slots = slots;
    this.#draw();
  }

  show(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#draw();
  }

  setZoom(zoom: number): void {
    const changed = unitSizeAt(zoom) !== unitSizeAt(this.#zoom);
    this.#zoom = zoom;
    if (changed) this.#draw();
  }

  setSymbols(symbols: MapSymbols): void {
    this.#symbols = symbols;
    this.redrawInTheme();
  }

  redrawInTheme(): void {
    this.#atlas = null;
    this.#draw();
  }

  at(x: number, y: number): MovingThing | null {
    if (!this.#shown || this.#slots.length === 0) return null;
    const picked = this.overlay.pickObject({ x, y, radius: 8, layerIds: ['units'] });
    return (picked?.object as MovingThing | undefined) ?? null;
  }

  #draw(): void {
    if (!this.#shown) {
      this.overlay.setProps({ layers: [] });
      return;
    }
    this.#atlas ??= unitAtlas(this.#symbols);
    const named = this.#zoom >= unitNamesFromZoom && this.#slots.some((slot) => slot?.label);
    const names = named ? [this.#names()] : [];
    this.overlay.setProps({ layers: [...this.#icons(this.#atlas), ...names] });
  }

  #icons(atlas: UnitAtlas): IconLayer<Slot>[] {
    const size = unitSizeAt(this.#zoom) * themeScale();
    const updateTriggers = { getSize: size, getColor: size };
    const quiet = unitSizeAt(this.#zoom) < unitSignPx;
    const shared = {
      updateTriggers,
      data: this.#slots,
      iconAtlas: atlas.canvas as never,
      iconMapping: atlas.mapping,
      getPosition: positionOf,
      getColor: (slot: Slot): Color => [255, 255, 255, slot?.fresh ? (quiet ? 130 : 255) : 90],
      ...this.#glide(),
    };
    return [
      new IconLayer<Slot>({
        ...shared,
        id: 'unit-headings',
        getIcon: () => 'heading',
        getSize: (slot) => (slot && !quiet ? size * 1.5 : 0),
        getAngle: (slot) => -(slot?.headingDeg ?? 0),
      }),
      new IconLayer<Slot>({
        ...shared,
        id: 'units',
        pickable: true,
        getIcon: (slot) => (slot && slot.kind in atlas.mapping ? slot.kind : 'unknown'),
        getSize: (slot) => (slot ? size : 0),
      }),
    ];
  }

  #names(): TextLayer<Slot> {
    const scale = themeScale();
    return new TextLayer<Slot>({
      id: 'unit-names',
      data: this.#slots,
      characterSet: 'auto',
      fontFamily: "'Noto Sans SC', sans-serif",
      fontSettings: { sdf: true },
      outlineWidth: 3,
      outlineColor: themeColorBytes('map-halo'),
      getText: (slot) => slot?.label ?? '',
      getPosition: positionOf,
      getSize: themeTextPx(12),
      getColor: themeColorBytes('map-unit'),
      getPixelOffset: [0, 20 * scale],
      ...this.#glide(),
    });
  }

  #glide(): { transitions?: { getPosition: number } } {
    // From afar nobody sees a metre's way, and a glide would draw every frame for it.
    const still = this.#stillWanted.matches || unitSizeAt(this.#zoom) < unitSignPx;
    return still ? {} : { transitions: { getPosition: glideMs } };
  }
}

function positionOf(slot: Slot): [number, number] {
  return slot ? [slot.position[0], slot.position[1]] : [0, 0];
}

function freeSlot(slots: Slot[]): number {
  const free = slots.indexOf(null);
  return free >= 0 ? free : slots.push(null) - 1;
}

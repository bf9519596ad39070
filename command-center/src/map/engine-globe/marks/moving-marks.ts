/** Units on the globe: moved in place, never drawn anew. */
import {
  BillboardCollection,
  Cartesian3,
  Color,
  Math as CesiumMath,
  type Billboard,
  type Scene,
} from '@cesium/engine';
import type { MovingThing } from '../../engine.ts';
import { unitSignPx, unitSizeAt } from '../../unit-size.ts';
import type { MarkPictures } from './mark-pictures.ts';

/** The disc lies over its arrow. */
type Marks = { arrow: Billboard; disc: Billboard };

const dim = Color.WHITE.withAlpha(0.45);
const quiet = Color.WHITE.withAlpha(0.5);

export class MovingMarks {
  readonly #billboards: BillboardCollection;
  readonly #pictures: MarkPictures;
  readonly #heightAt: (longitude: number, latitude: number) => number;
  readonly #byId = new Map<string, Marks>();
  #things: readonly MovingThing[] = [];
  #sizePx = unitSizeAt(0);

  constructor(
    scene: Scene,
    pictures: MarkPictures,
    heightAt: (longitude: number, latitude: number) => number,
  ) {
    this.#billboards = scene.primitives.add(
      new BillboardCollection({ scene }),
    ) as BillboardCollection;
    this.#pictures = pictures;
    this.#heightAt = heightAt;
  }

  show(shown: boolean): void {
    this.#billboards.show = shown;
  }

  setZoom(zoom: number): void {
    if (unitSizeAt(zoom) === this.#sizePx) return;
    this.#sizePx = unitSizeAt(zoom);
    this.set(this.#things);
  }

  /** A unit as it was last given, by the id that a click on it finds. */
  thing(id: string): MovingThing | undefined {
    return this.#things.find((thing) => thing.id === id);
  }

  set(things: readonly MovingThing[]): void {
    this.#things = things;
    const present = new Set(things.map((thing) => thing.id));
    for (const [id, { arrow, disc }] of this.#byId) {
      if (present.has(id)) continue;
      this.#billboards.remove(arrow);
      this.#billboards.remove(disc);
      this.#byId.delete(id);
    }
    for (const thing of things) this.#place(thing);
  }

  redraw(): void {
    this.#billboards.removeAll();
    this.#byId.clear();
    this.set(this.#things);
  }

  #place(thing: MovingThing): void {
    const { arrow, disc } = this.#byId.get(thing.id) ?? this.#add(thing.id);
    const [longitude, latitude] = thing.position;
    const height = this.#heightAt(longitude, latitude) + 2;
    const position = Cartesian3.fromDegrees(longitude, latitude, height);
    arrow.rotation = -CesiumMath.toRadians(thing.headingDeg);
    const isSign = this.#sizePx >= unitSignPx;
    arrow.show = isSign;
    const looks = [
      [arrow, this.#pictures.heading(this.#sizePx)],
      [disc, this.#pictures.unit(thing.kind, this.#sizePx)],
    ] as const;
    for (const [billboard, picture] of looks) {
      billboard.position = position;
      billboard.color = thing.fresh ? (isSign ? Color.WHITE : quiet) : dim;
      billboard.width = picture.widthPx;
      billboard.height = picture.heightPx;
      billboard.setImage(picture.id, picture.canvas);
    }
  }

  #add(id: string): Marks {
    const shared = {
      id: { unit: id },
      position: Cartesian3.ZERO,
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    };
    const arrow = this.#billboards.add({ ...shared, alignedAxis: Cartesian3.UNIT_Z });
    const marks = { arrow, disc: this.#billboards.add(shared) };
    this.#byId.set(id, marks);
    return marks;
  }
}

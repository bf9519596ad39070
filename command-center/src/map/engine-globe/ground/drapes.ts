/** Pictures of cameras laid on the ground: a net over the relief for each, painted anew some times a second. */
import {
  BoundingSphere,
  ComponentDatatype,
  Geometry,
  GeometryAttribute,
  GeometryAttributes,
  GeometryInstance,
  Material,
  MaterialAppearance,
  Primitive,
  PrimitiveType,
  type Scene,
} from '@cesium/engine';
import type { Drape } from '../../engine.ts';
import { groundPoint } from '../view/earth-vectors.ts';
import { drapeMesh } from './drape-mesh.ts';
import type { Relief } from './relief.ts';

const everyMs = 100;
/** What four pictures on the ground need no more of. */
const [width, height] = [640, 360];

type Laid = {
  drape: Drape;
  primitive: Primitive;
  material: Material;
  /** Cesium takes a picture over when it is another object: two take turns. */
  canvases: readonly [HTMLCanvasElement, HTMLCanvasElement];
  turn: 0 | 1;
  isPainted: boolean;
};

export class Drapes {
  readonly #scene: Scene;
  readonly #relief: Relief;
  #laid: Laid[] = [];
  #wanted: readonly Drape[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(scene: Scene, relief: Relief) {
    this.#scene = scene;
    this.#relief = relief;
  }

  set(drapes: readonly Drape[]): void {
    this.#wanted = drapes;
    for (const laid of this.#laid) if (!drapes.includes(laid.drape)) this.#takeUp(laid);
    this.#laid = this.#laid.filter(({ drape }) => drapes.includes(drape));
    for (const drape of drapes) {
      if (!this.#laid.some((laid) => laid.drape === drape)) void this.#layOnHeights(drape);
    }
    clearInterval(this.#timer);
    this.#timer = drapes.length === 0 ? undefined : setInterval(() => this.#paint(), everyMs);
    this.#tell();
    this.#scene.requestRender();
  }

  /** The heights under it come first: a net over coarser ones would lie in the ground. */
  async #layOnHeights(drape: Drape): Promise<void> {
    const ends = [drape.points[0], drape.points.at(-1), drape.points.at(-drape.columns)];
    await Promise.all(
      ends.flatMap((end) => (end ? [this.#relief.prepare(end.place[0], end.place[1])] : [])),
    );
    const isLaid = this.#laid.some((laid) => laid.drape === drape);
    if (this.#wanted.includes(drape) && !isLaid) this.#laid.push(this.#lay(drape));
  }

  #takeUp({ primitive, material }: Laid): void {
    this.#scene.primitives.remove(primitive);
    material.destroy();
  }

  /** How many lie there with a picture on them, for whoever watches the page from outside. */
  #tell(): void {
    const painted = this.#laid.filter(({ isPainted }) => isPainted).length;
    this.#scene.canvas.dataset['drapes'] = String(painted);
  }

  #lay(drape: Drape): Laid {
    const canvases = [canvasOfPicture(), canvasOfPicture()] as const;
    const isPainted = drape.paint(canvases[0]);
    const material = Material.fromType('Image', { image: canvases[0] });
    const primitive = this.#scene.primitives.add(
      new Primitive({
        geometryInstances: new GeometryInstance({ geometry: this.#net(drape) }),
        appearance: new MaterialAppearance({
          material,
          flat: true,
          faceForward: true,
          translucent: false,
          materialSupport: MaterialAppearance.MaterialSupport.TEXTURED,
        }),
        asynchronous: false,
        allowPicking: false,
      }),
    ) as Primitive;
    return { drape, primitive, material, canvases, turn: 0, isPainted };
  }

  #net(drape: Drape): Geometry {
    const heightAt = (longitude: number, latitude: number): number =>
      this.#relief.heightAt(longitude, latitude);
    const mesh = drapeMesh(drape, heightAt, groundPoint);
    const attributes = new GeometryAttributes();
    attributes.position = new GeometryAttribute({
      componentDatatype: ComponentDatatype.DOUBLE,
      componentsPerAttribute: 3,
      values: mesh.positions,
    });
    attributes.normal = new GeometryAttribute({
      componentDatatype: ComponentDatatype.FLOAT,
      componentsPerAttribute: 3,
      values: mesh.normals,
    });
    attributes.st = new GeometryAttribute({
      componentDatatype: ComponentDatatype.FLOAT,
      componentsPerAttribute: 2,
      values: mesh.shares,
    });
    return new Geometry({
      attributes,
      indices: mesh.indices,
      primitiveType: PrimitiveType.TRIANGLES,
      boundingSphere: BoundingSphere.fromVertices([...mesh.positions]),
    });
  }

  #paint(): void {
    for (const laid of this.#laid) {
      const next = laid.turn === 0 ? 1 : 0;
      const canvas = laid.canvases[next];
      if (!laid.drape.paint(canvas)) continue;
      laid.turn = next;
      laid.isPainted = true;
      laid.material.uniforms['image'] = canvas;
    }
    this.#tell();
    this.#scene.requestRender();
  }
}

function canvasOfPicture(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  return canvas;
}

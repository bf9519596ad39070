/** The globe's camera in the words of the shared view. */
import {
  Cartesian2,
  Cartesian3,
  Cartographic,
  Math as CesiumMath,
  PerspectiveFrustum,
  SceneTransforms,
  type CesiumWidget,
} from '@cesium/engine';
import type { LonLat } from 'grid-data';
import type { Bounds, ScreenPoint, ViewState } from '../../engine.ts';
import { groundPoint, isBehindHorizon } from './earth-vectors.ts';
import {
  poseOfView,
  viewOfPose,
  type CameraPose,
  type GroundAtCentre,
  type Lens,
} from './view-conversion.ts';

/** What the camera must know of the relief. */
export type GroundHeights = {
  heightAt(longitude: number, latitude: number): number;
  prepare(longitude: number, latitude: number): Promise<void>;
};

const flightSeconds = 1.2;

export class GlobeCamera {
  readonly #widget: CesiumWidget;
  readonly #ground: GroundHeights;
  #last: ViewState;
  #setPose = '';

  constructor(widget: CesiumWidget, ground: GroundHeights, view: ViewState) {
    this.#widget = widget;
    this.#ground = ground;
    this.#last = view;
  }

  /** Where the centre shows only sky the last view with ground under it stands. */
  view(): ViewState {
    // A view that was set is answered as it was set: the ground may still be loading under it.
    if (this.#standsWhereSet()) return this.#last;
    const centre = this.#groundAt(this.#centre());
    if (centre) this.#last = viewOfPose(this.#pose(), this.#lens(), centre);
    return this.#last;
  }

  set(view: ViewState): void {
    this.#widget.camera.cancelFlight();
    this.#place(view);
    // The first look at a place knows nothing of its height yet.
    this.#ground.prepare(view.longitude, view.latitude).then(
      () => {
        if (this.#last === view && this.#standsWhereSet()) this.#place(view);
      },
      () => {},
    );
  }

  flyTo(view: ViewState): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.set(view);
      return;
    }
    const fly = () =>
      this.#widget.camera.flyTo({ ...this.#destinationOf(view), duration: flightSeconds });
    this.#ground.prepare(view.longitude, view.latitude).then(fly, fly);
  }

  #place(view: ViewState): void {
    this.#widget.camera.setView(this.#destinationOf(view));
    this.#last = view;
    this.#setPose = this.#poseWords();
    this.#widget.scene.requestRender();
  }

  #standsWhereSet(): boolean {
    return this.#setPose === this.#poseWords();
  }

  /** Rounded to the millimetre: the engine renormalises its vectors now and then. */
  #poseWords(): string {
    const { position, direction, up } = this.#pose();
    return [
      ...position.map((part) => part.toFixed(3)),
      ...[...direction, ...up].map((part) => part.toFixed(6)),
    ].join(' ');
  }

  /** Whoever takes the map in hand stops a flight. */
  stopFlight(): void {
    this.#widget.camera.cancelFlight();
  }

  project(position: LonLat): ScreenPoint | null {
    const { scene } = this.#widget;
    const [longitude, latitude] = position;
    const height = this.#ground.heightAt(longitude, latitude);
    const point = Cartesian3.fromDegrees(longitude, latitude, height);
    const eye = this.#pose().position;
    if (isBehindHorizon(eye, groundPoint(longitude, latitude, height))) return null;
    const onScreen = SceneTransforms.worldToWindowCoordinates(scene, point);
    return onScreen ? { x: onScreen.x, y: onScreen.y } : null;
  }

  unproject(point: ScreenPoint): LonLat | null {
    const ground = this.#groundAt(new Cartesian2(point.x, point.y));
    return ground ? [ground.longitude, ground.latitude] : null;
  }

  bounds(): Bounds {
    const rectangle = this.#widget.camera.computeViewRectangle();
    if (!rectangle) return [-180, -90, 180, 90];
    const { west, south, east, north } = rectangle;
    return [
      CesiumMath.toDegrees(west),
      CesiumMath.toDegrees(south),
      CesiumMath.toDegrees(east),
      CesiumMath.toDegrees(north),
    ];
  }

  #destinationOf(view: ViewState) {
    const height = this.#ground.heightAt(view.longitude, view.latitude);
    const pose = poseOfView(view, this.#lens(), height);
    return {
      destination: new Cartesian3(...pose.position),
      orientation: {
        direction: new Cartesian3(...pose.direction),
        up: new Cartesian3(...pose.up),
      },
    };
  }

  #pose(): CameraPose {
    const { positionWC, directionWC, upWC } = this.#widget.camera;
    return {
      position: [positionWC.x, positionWC.y, positionWC.z],
      direction: [directionWC.x, directionWC.y, directionWC.z],
      up: [upWC.x, upWC.y, upWC.z],
    };
  }

  #lens(): Lens {
    const { frustum } = this.#widget.camera;
    const field = frustum instanceof PerspectiveFrustum ? frustum.fovy : undefined;
    return {
      heightPx: this.#widget.canvas.clientHeight || 1,
      verticalFieldRadians: field ?? CesiumMath.toRadians(40),
    };
  }

  #centre(): Cartesian2 {
    const { clientWidth, clientHeight } = this.#widget.canvas;
    return new Cartesian2(clientWidth / 2, clientHeight / 2);
  }

  /** The drawn ground, else the ellipsoid while no ground has been drawn yet. */
  #groundAt(point: Cartesian2): GroundAtCentre | null {
    const { scene, camera } = this.#widget;
    const ray = camera.getPickRay(point);
    const hit =
      (ray ? scene.globe.pick(ray, scene) : undefined) ??
      camera.pickEllipsoid(point, scene.ellipsoid);
    if (!hit) return null;
    const { longitude, latitude, height } = Cartographic.fromCartesian(hit, scene.ellipsoid);
    return {
      longitude: CesiumMath.toDegrees(longitude),
      latitude: CesiumMath.toDegrees(latitude),
      heightMeters: height,
    };
  }
}

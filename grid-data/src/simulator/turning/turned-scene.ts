/** A scene as a head sees it: the shared clips' drawing, looked at from another angle. */
import { daylights } from '../clips/drawing/daylight.ts';
import { Painter } from '../clips/drawing/painter.ts';
import { Raster } from '../clips/drawing/raster.ts';
import { View } from '../clips/drawing/view.ts';
import { building, type BuildingShape } from '../clips/props/buildings.ts';
import type { Scene } from '../clips/scene.ts';
import { headPresets } from '../../generate/cameras/head-presets.ts';
import { widestDeg, type HeadPose } from '../ptz/camera-heads.ts';
import { pictureSize, rawPictureOf, type RawPicture } from './raw-picture.ts';

const { width, height } = pictureSize;
const home = headPresets[0]!.pose;
/** A scale of the whole turn along the upper edge, a mark every ten degrees, the long ones towards the presets. */
const scale = { everyDeg: 10, longEveryDeg: 90, short: 5, long: 10 } as const;
const white = [240, 240, 240] as const;
/** Scenes are drawn for a lens that looks ahead: what lies behind it is level ground and a row of houses. */
const behind = {
  ground: [112, 132, 98],
  meters: 2_000,
  houses: { from: 100, to: 260, everyDeg: 11, atMeters: 130 },
} as const;
const farHouse: Omit<BuildingShape, 'seed' | 'floors'> = {
  ...{ width: 22, depth: 12, wall: [206, 200, 188] },
  ...{ windows: 'panes', shops: false, roof: 'flat' },
};

export class TurnedScene {
  readonly #scene: Scene;
  readonly #setting = new Raster(width, height);
  readonly #frame = new Raster(width, height);
  #view: View;
  #drawn: HeadPose | null = null;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#view = this.#viewAt(home);
  }

  /** `time` is the share of the scene's loop that has passed. */
  picture(pose: HeadPose, time: number): RawPicture {
    const { panDeg, tiltDeg, zoom } = this.#drawn ?? { panDeg: Number.NaN, tiltDeg: 0, zoom: 0 };
    const stands = panDeg === pose.panDeg && tiltDeg === pose.tiltDeg && zoom === pose.zoom;
    if (!stands) this.#drawSetting(pose);
    this.#frame.copyFrom(this.#setting);
    const painter = new Painter(this.#frame, this.#view, daylights[this.#scene.light]);
    for (const pass of ['moving-shadows', 'solids'] as const) {
      painter.pass = pass;
      this.#scene.movers(painter, time);
    }
    drawScale(this.#frame, pose);
    return rawPictureOf(this.#frame);
  }

  #drawSetting(pose: HeadPose): void {
    const light = daylights[this.#scene.light];
    this.#view = this.#viewAt(pose);
    this.#drawn = { ...pose };
    this.#setting.nearness.fill(0);
    this.#setting.haze = light.haze;
    this.#setting.hazeMeters = light.hazeMeters;
    const painter = new Painter(this.#setting, this.#view, light);
    painter.sky();
    const { meters, ground } = behind;
    painter.plot([-meters, -meters], [meters, meters], ground);
    this.#scene.ground(painter);
    for (const pass of ['setting-shadows', 'solids'] as const) {
      painter.pass = pass;
      this.#scene.things(painter);
      this.#housesBehind(painter);
      if (pass === 'setting-shadows') this.#setting.darkenShaded(light.shadowTint);
    }
  }

  #housesBehind(painter: Painter): void {
    const { from, to, everyDeg, atMeters } = behind.houses;
    const { at, yawDeg } = this.#scene.view;
    for (let deg = from; deg <= to; deg += everyDeg) {
      const way = ((yawDeg + deg) * Math.PI) / 180;
      const [x, y] = [at[0] + Math.sin(way) * atMeters, at[1] + Math.cos(way) * atMeters];
      const shape = { ...farHouse, floors: 3 + ((deg * 7) % 5), seed: deg };
      building(painter, { x, y, headingDeg: yawDeg + deg }, shape);
    }
  }

  /** The scene's own view is where the head is at home. */
  #viewAt({ panDeg, tiltDeg, zoom }: HeadPose): View {
    const { at, yawDeg, pitchDeg } = this.#scene.view;
    const half = Math.tan((widestDeg.across * Math.PI) / 360) / zoom;
    const options = {
      at,
      yawDeg: yawDeg + panDeg - home.panDeg,
      pitchDeg: pitchDeg - (tiltDeg - home.tiltDeg),
      fieldOfViewDeg: (Math.atan(half) * 360) / Math.PI,
    };
    return new View(options, width, height);
  }
}

function drawScale({ pixels }: Raster, { panDeg, zoom }: HeadPose): void {
  const degreesAcross = widestDeg.across / zoom;
  const first = Math.ceil((panDeg - degreesAcross / 2) / scale.everyDeg) * scale.everyDeg;
  for (let deg = first; deg <= panDeg + degreesAcross / 2; deg += scale.everyDeg) {
    const column = Math.floor(((deg - panDeg) / degreesAcross + 0.5) * width);
    if (column < 0 || column >= width) continue;
    const rows = deg % scale.longEveryDeg === 0 ? scale.long : scale.short;
    for (let row = 0; row < rows; row += 1) pixels.set(white, (row * width + column) * 3);
  }
}

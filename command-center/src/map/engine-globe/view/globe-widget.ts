/** The bare globe: no sky, no outside service, drawn only when something changed. */
import {
  CameraEventType,
  CesiumWidget,
  Color,
  DirectionalLight,
  Cartesian3,
  KeyboardEventModifier,
  type CustomHeightmapTerrainProvider,
} from '@cesium/engine';
import type { LonLat } from 'grid-data';
import { lightColor, type Daylight } from '../../daylight/daylight.ts';
import { axesAt, plus, scaled } from './earth-vectors.ts';

const nearestMeters = 30;
/** From where all of the ground that there is can be seen. */
const farthestMeters = 450_000;
/** How coarse the ground may be drawn, pixels. */
const terrainErrorPx = { card: 2, software: 3 };
const coarseScale = 0.6;

export function makeWidget(
  container: HTMLElement,
  terrainProvider: CustomHeightmapTerrainProvider,
): CesiumWidget {
  const software = drawsInSoftware();
  const widget = new CesiumWidget(container, {
    baseLayer: false,
    terrainProvider,
    skyBox: false,
    skyAtmosphere: false,
    scene3DOnly: true,
    orderIndependentTranslucency: false,
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    // Names of outside services would stand here; none is used.
    creditContainer: document.createElement('div'),
    showRenderLoopErrors: false,
    msaaSamples: software ? 1 : 4,
  });
  const { scene } = widget;
  widget.useBrowserRecommendedResolution = false;
  widget.resolutionScale = software ? coarseScale : 1;
  scene.globe.showGroundAtmosphere = false;
  scene.globe.enableLighting = false;
  scene.globe.maximumScreenSpaceError = software ? terrainErrorPx.software : terrainErrorPx.card;
  scene.globe.depthTestAgainstTerrain = true;
  scene.globe.preloadAncestors = false;
  scene.fog.enabled = false;
  if (scene.sun) scene.sun.show = false;
  if (scene.moon) scene.moon.show = false;
  bindGestures(widget);
  return widget;
}

/** Without a graphics card a frame costs what its pixels cost, and smooth edges more than the whole picture. */
function drawsInSoftware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  if (!gl || !names) return false;
  const renderer = String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(renderer);
}

/** The same as on the flat map: drag moves, right or Ctrl-drag turns and tilts, the wheel goes nearer. */
function bindGestures({ scene }: CesiumWidget): void {
  const controller = scene.screenSpaceCameraController;
  controller.zoomEventTypes = [CameraEventType.WHEEL, CameraEventType.PINCH];
  controller.tiltEventTypes = [
    CameraEventType.RIGHT_DRAG,
    CameraEventType.PINCH,
    { eventType: CameraEventType.LEFT_DRAG, modifier: KeyboardEventModifier.CTRL },
  ];
  controller.minimumZoomDistance = nearestMeters;
  controller.maximumZoomDistance = farthestMeters;
  controller.inertiaSpin = 0.7;
  controller.inertiaZoom = 0.5;
}

export function paintSurroundings({ scene }: CesiumWidget, ground: string): void {
  const color = Color.fromCssColorString(ground);
  scene.backgroundColor = color;
  scene.globe.baseColor = color;
}

/** Light on what stands at a place; the ground has its own in its pictures. */
export function lightAt({ scene }: CesiumWidget, place: LonLat, daylight: Daylight): void {
  const { east, north, up } = axesAt(place[0], place[1]);
  const [azimuth, altitude] = [daylight.azimuthDeg, daylight.altitudeDeg].map(radians) as [
    number,
    number,
  ];
  const level = Math.cos(altitude);
  const away = plus(scaled(east, -Math.sin(azimuth) * level), north, -Math.cos(azimuth) * level);
  scene.light = new DirectionalLight({
    direction: new Cartesian3(...plus(away, up, -Math.sin(altitude))),
    color: new Color(...lightColor(daylight)),
    intensity: 1 + 1.4 * daylight.day,
  });
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

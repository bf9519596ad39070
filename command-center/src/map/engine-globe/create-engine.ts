import '@cesium/engine/Source/Widget/CesiumWidget.css';
import { buildModuleUrl, GroundPolylinePrimitive, GroundPrimitive } from '@cesium/engine';
import type { EngineFactory, MapEngine } from '../engine.ts';
import { GlobeEngine } from './globe-engine.ts';

/** Workers and assets come from the page's own server. */
const setBaseUrl = (buildModuleUrl as unknown as { setBaseUrl(url: string): void }).setBaseUrl;

/** After so long a half-drawn globe is better than waiting on. */
const longestWaitMs = 3_000;
const fadeMs = 250;

export const createEngine: EngineFactory = async (start) => {
  setBaseUrl('/cesium/');
  await Promise.all([
    GroundPrimitive.initializeTerrainHeights(),
    GroundPolylinePrimitive.initializeTerrainHeights(),
  ]);
  const { style } = start.container;
  // What was on the screen before stays there until the globe has a picture.
  style.opacity = '0';
  style.pointerEvents = 'none';
  const engine = new GlobeEngine(start);
  await firstPicture(engine);
  style.transition = `opacity ${fadeMs}ms`;
  style.opacity = '1';
  style.pointerEvents = '';
  return engine;
};

function firstPicture(engine: MapEngine): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, longestWaitMs);
    const stop = engine.on('ready', done);
  });
}

import '@cesium/engine/Source/Widget/CesiumWidget.css';
import { buildModuleUrl, GroundPolylinePrimitive, GroundPrimitive } from '@cesium/engine';
import type { EngineFactory } from '../engine.ts';
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
  const waitedLong = new Promise<void>((resolve) => setTimeout(resolve, longestWaitMs));
  await Promise.race([engine.firstPicture, waitedLong]);
  style.transition = `opacity ${fadeMs}ms`;
  style.opacity = '1';
  style.pointerEvents = '';
  return engine;
};

import 'maplibre-gl/dist/maplibre-gl.css';
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { EngineFactory } from '../engine.ts';
import { FlatEngine } from './flat-engine.ts';

// As a file of its own: a worker from a blob is refused by the content security policy.
setWorkerUrl(workerUrl);

export const createEngine: EngineFactory = async (start) => new FlatEngine(start);

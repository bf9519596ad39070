import 'maplibre-gl/dist/maplibre-gl.css';
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { EngineFactory } from '../engine.ts';
import { FlatEngine } from './flat-engine.ts';

// As a file of its own: a worker from a blob is refused by the content security policy. In the field it is asked for
// below /field: what a worker fetches passes the service worker by the worker's own address, and it fetches the map.
setWorkerUrl(location.pathname.startsWith('/field') ? `/field${workerUrl}` : workerUrl);

export const createEngine: EngineFactory = async (start) => new FlatEngine(start);

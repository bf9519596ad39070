import { once } from 'node:events';
import type { Server } from 'node:http';
import { artemisPrefix, artemisRoute } from './artemis/artemis-route.ts';
import { ClientCheck } from './artemis/client-check.ts';
import { CameraRegister, readCameras } from './cameras/camera-register.ts';
import type { SimulatedCamera } from './cameras/simulated-camera.ts';
import { StreamTokens } from './cameras/stream-tokens.ts';
import type { SimulatorConfig } from './config.ts';
import { FaultBoard } from './faults/fault-board.ts';
import { iccPrefix, iccRoute } from './icc/icc-route.ts';
import { SignIn } from './icc/sign-in.ts';
import type { IncidentWish } from './http/control-routes.ts';
import { controlRoutes } from './http/control-routes.ts';
import type { Route } from './http/http-server.ts';
import { listenHttp } from './http/http-server.ts';
import { CityLife } from './life/city-life.ts';
import { ClipBroadcast } from './media/clip-broadcast.ts';
import { ClipShelf } from './media/clip-shelf.ts';
import { FrameTicker } from './media/frame-ticker.ts';
import { outsideRoutes } from './outside/outside-routes.ts';
import { CameraHeads } from './ptz/camera-heads.ts';
import { Recorder } from './recordings/recorder.ts';
import { MobileCamera } from './rtmp/mobile-camera.ts';
import { MediaGate } from './rtsp/media-gate.ts';
import { RtspServer } from './rtsp/rtsp-server.ts';
import { signedGetPrefix, signedGetRoute } from './signed-get/signed-get-route.ts';

export type RunningSimulator = {
  url: string;
  rtspPort: number;
  faults: FaultBoard;
  close(): Promise<void>;
};

/** Starts the city's video platforms, their media node, the pushing cameras and the city's life. */
export async function startSimulator(config: SimulatorConfig): Promise<RunningSimulator> {
  const faults = new FaultBoard();
  const register = new CameraRegister(readCameras(config.camerasFile), faults);
  const tokens = new StreamTokens();
  const shelf = new ClipShelf();
  const ticker = new FrameTicker();
  const rtsp = await RtspServer.listen({
    port: config.rtspPort,
    gate: new MediaGate({ register, tokens, faults }),
    register,
    faults,
    broadcastOf: broadcasts(shelf, ticker, faults),
  });
  const pushing = pushingCameras(config, { register, shelf, ticker, faults });
  const life = new CityLife(config.life);
  const http = await listenHttp(
    config.httpPort,
    routes({ config, register, tokens, faults, rtsp, pushing, life }),
  );
  for (const one of pushing) one.start();
  life.start();
  return {
    url: `http://127.0.0.1:${portOf(http)}`,
    rtspPort: rtsp.port,
    faults,
    close: async () => {
      const closed = once(http, 'close');
      http.close();
      http.closeAllConnections();
      await Promise.all([life.close(), rtsp.close(), ...pushing.map((one) => one.close())]);
      await closed;
    },
  };
}

type RouteParts = {
  config: SimulatorConfig;
  register: CameraRegister;
  tokens: StreamTokens;
  faults: FaultBoard;
  rtsp: RtspServer;
  pushing: readonly MobileCamera[];
  life: CityLife;
};

function routes({ config, register, tokens, faults, rtsp, pushing, life }: RouteParts): Route[] {
  const mediaHost = () => `127.0.0.1:${rtsp.port}`;
  const heads = new CameraHeads(faults);
  const recorder = new Recorder(faults);
  const parts = { register, tokens, faults, recorder, heads, mediaHost };
  const { appKey, appSecret } = config.keys;
  const signIn = new SignIn({ username: appKey, password: appSecret }, faults);
  const status = () => ({
    playing: rtsp.playingCounts(),
    pushing: pushing.filter((one) => one.isPushing).length,
    poses: heads.poses(),
    life: life.status(),
    rtspUrl: `rtsp://${mediaHost()}`,
  });
  const reportIncident = (wish: IncidentWish) => life.reportIncident(wish);
  return [
    { prefix: artemisPrefix, answer: artemisRoute(parts, new ClientCheck(config.keys)) },
    { prefix: iccPrefix, answer: iccRoute(parts, signIn) },
    { prefix: signedGetPrefix, answer: signedGetRoute(parts, { appKey, secret: appSecret }) },
    ...outsideRoutes(),
    ...controlRoutes({ faults, register, status, reportIncident }),
  ];
}

function broadcasts(shelf: ClipShelf, ticker: FrameTicker, faults: FaultBoard) {
  const byClip = new Map<string, ClipBroadcast>();
  return (camera: SimulatedCamera): ClipBroadcast => {
    const name =
      faultClipOf(camera, faults) ?? shelf.nameFor(camera.clip, camera.sceneKind, camera.id);
    const known = byClip.get(name) ?? new ClipBroadcast(shelf.clip(name), ticker);
    byClip.set(name, known);
    return known;
  };
}

function faultClipOf(camera: SimulatedCamera, faults: FaultBoard): string | null {
  if (faults.isOn('picture-black', camera)) return 'fault-black';
  return faults.isOn('picture-frozen', camera) ? 'fault-frozen' : null;
}

type PushParts = {
  register: CameraRegister;
  shelf: ClipShelf;
  ticker: FrameTicker;
  faults: FaultBoard;
};

function pushingCameras(
  { rtmp }: SimulatorConfig,
  { register, shelf, ticker, faults }: PushParts,
): MobileCamera[] {
  if (!rtmp) return [];
  return register.pushing.map((camera) => {
    const clip = shelf.clip(shelf.nameFor(camera.clip, camera.sceneKind, camera.id));
    return new MobileCamera({ camera, clip, ticker, faults, ingest: rtmp });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

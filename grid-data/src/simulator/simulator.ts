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
import type { Broadcast } from './media/broadcast.ts';
import { ClipBroadcast } from './media/clip-broadcast.ts';
import { ClipShelf } from './media/clip-shelf.ts';
import { FrameTicker } from './media/frame-ticker.ts';
import { outsideRoutes } from './outside/outside-routes.ts';
import { canTurn } from '#domain/camera.ts';
import { CameraHeads } from './ptz/camera-heads.ts';
import { Recorder } from './recordings/recorder.ts';
import { MobileCamera } from './rtmp/mobile-camera.ts';
import { MediaGate } from './rtsp/media-gate.ts';
import { RtspServer } from './rtsp/rtsp-server.ts';
import { PaintShop } from './turning/paint-shop.ts';
import { TurningBroadcast } from './turning/turning-broadcast.ts';
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
  const heads = new CameraHeads(faults);
  const shop = new PaintShop();
  const rtsp = await RtspServer.listen({
    port: config.rtspPort,
    gate: new MediaGate({ register, tokens, faults }),
    register,
    faults,
    broadcastOf: broadcasts({ shelf, ticker, faults, heads, shop }),
  });
  const pushing = pushingCameras(config, { register, shelf, ticker, faults });
  const life = new CityLife(config.life);
  const http = await listenHttp(
    config.httpPort,
    routes({ config, register, tokens, faults, heads, rtsp, pushing, life }),
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
      await Promise.all([
        life.close(),
        rtsp.close(),
        shop.close(),
        ...pushing.map((one) => one.close()),
      ]);
      await closed;
    },
  };
}

type RouteParts = {
  config: SimulatorConfig;
  register: CameraRegister;
  tokens: StreamTokens;
  faults: FaultBoard;
  heads: CameraHeads;
  rtsp: RtspServer;
  pushing: readonly MobileCamera[];
  life: CityLife;
};

function routes({
  config,
  register,
  tokens,
  faults,
  heads,
  rtsp,
  pushing,
  life,
}: RouteParts): Route[] {
  const mediaHost = () => `127.0.0.1:${rtsp.port}`;
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

type BroadcastParts = {
  shelf: ClipShelf;
  ticker: FrameTicker;
  faults: FaultBoard;
  heads: CameraHeads;
  shop: PaintShop;
};

/** One for each clip, and one for each camera that turns: its picture is its own. */
function broadcasts({ shelf, ticker, faults, heads, shop }: BroadcastParts) {
  const known = new Map<string, Broadcast>();
  const kept = (key: string, make: () => Broadcast): Broadcast => {
    const one = known.get(key) ?? make();
    known.set(key, one);
    return one;
  };
  return (camera: SimulatedCamera): Broadcast => {
    const { id, kind, sceneKind } = camera;
    const faulty = faultClipOf(camera, faults);
    const name = faulty ?? shelf.nameFor(camera.clip, sceneKind, id);
    const scene = shelf.nameFor(null, sceneKind, id);
    if (faulty !== null || !canTurn(kind) || !PaintShop.knows(scene)) {
      return kept(name, () => new ClipBroadcast(shelf.clip(name), ticker));
    }
    const parts = { camera, clip: shelf.clip(name), scene, ticker, heads, shop };
    return kept(`camera ${id}`, () => new TurningBroadcast(parts));
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

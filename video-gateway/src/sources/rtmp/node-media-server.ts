/**
 * The parts of node-media-server 4.4.3 that the ingest uses, typed. Its HTTP, WebSocket, record and store parts
 * stay unloaded: the WebSocket part can be crashed from outside, and nothing here needs them.
 */
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';

export type MediaPacket = { codec_type: number; dts: number; size: number; data: Buffer };

/** With protocol `flv` and no ip, a subscriber gets whole FLV tags and passes no events. */
export type FlvSubscriber = {
  id: string;
  ip: '';
  protocol: 'flv';
  sendBuffer(tag: Buffer): void;
};

export type PublishSession = {
  streamPath: string;
  streamQuery: Record<string, unknown> | undefined;
  broadcast: Broadcast;
};

export type Broadcast = {
  publisher: unknown;
  publishGraceMs: number;
  verifyAuth: (secret: string, session: PublishSession) => boolean;
  postPlay(subscriber: FlvSubscriber): string | null;
  donePlay(subscriber: FlvSubscriber): void;
};

export type RtmpClient = {
  urlInfo: { streamName: string };
  onPacketCallback: (packet: MediaPacket) => void;
  onCloseCallback: () => void;
  onErrorCallback: (error: Error) => void;
  connect(url: string): Promise<void>;
  sendConnect(): Promise<unknown>;
  sendCreateStream(): Promise<number>;
  sendPlay(streamName: string): Promise<unknown>;
  startHeartbeat(): void;
  disconnect(): void;
};

type Context = {
  config: unknown;
  broadcasts: Map<string, Broadcast>;
  eventEmitter: NodeJS.EventEmitter;
};
type RtmpServer = { handleRequest(socket: Socket): void };

const require = createRequire(import.meta.url);

export const mediaServerLogger = require('node-media-server/src/core/logger.js') as {
  level: string;
};
export const mediaServer = require('node-media-server/src/core/context.js') as Context;
export const RtmpClientClass = require('node-media-server/src/protocol/rtmp_client.js') as {
  new (): RtmpClient;
};
export const RtmpServerClass = require('node-media-server/src/server/rtmp_server.js') as {
  new (): RtmpServer;
};

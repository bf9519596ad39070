// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TicketAnswer, TransportKind } from './picture-state.ts';
import { startPlayer, type Player } from './player.ts';

/** The far end of /video/play, scripted. */
class ScriptedSocket extends EventTarget {
  static opened: ScriptedSocket[] = [];
  readonly url: string;
  sent: string[] = [];
  binaryType = '';
  constructor(url: string) {
    super();
    this.url = url;
    ScriptedSocket.opened.push(this);
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {}
  accept() {
    this.dispatchEvent(new Event('open'));
  }
  say(message: object) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
  drop(code: number) {
    this.dispatchEvent(new CloseEvent('close', { code }));
  }
}

class SilentMediaSource extends EventTarget {
  static isTypeSupported = (mime: string) => mime.includes('avc1');
  readyState = 'closed';
}

let tickets = 0;
let player: Player | null = null;

beforeEach(() => {
  vi.useFakeTimers();
  ScriptedSocket.opened = [];
  tickets = 0;
  vi.stubGlobal('WebSocket', ScriptedSocket);
  vi.stubGlobal('MediaSource', SilentMediaSource);
  URL.createObjectURL = () => 'blob:scripted';
  URL.revokeObjectURL = () => {};
  Object.assign(HTMLVideoElement.prototype, {
    requestVideoFrameCallback: () => 1,
    cancelVideoFrameCallback: () => {},
    load: () => {},
    play: async () => {},
  });
});

afterEach(() => {
  player?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(openTicket = granted, transport: TransportKind = 'fmp4-websocket'): Player {
  player = startPlayer({
    screen: {
      video: document.createElement('video'),
      frozen: document.createElement('canvas'),
      place: { tile: null, needTile: () => null, close: () => {} },
    },
    probe: { webCodecs: true, mediaSource: true },
    transport,
    openTicket,
  });
  return player;
}

async function granted(_profile: string): Promise<TicketAnswer> {
  tickets += 1;
  const shared = { purpose: 'traffic', chargedTo: 'x', maxViewSeconds: 600 };
  return {
    granted: true,
    ticket: { viewId: `view-${tickets}`, ticket: `ticket-${tickets}`, ...shared },
  };
}

const soon = () => vi.advanceTimersByTimeAsync(1);
const socket = (index: number) => ScriptedSocket.opened[index]!;

test('the ticket goes in the first message and never into the address', async () => {
  open();
  await soon();
  socket(0).accept();
  expect(socket(0).sent).toEqual(['{"ticket":"ticket-1"}']);
  expect(socket(0).url).toMatch(/\/video\/play$/);
});

test('a refusal is shown with its word and not asked again', async () => {
  const refused = vi.fn(async (): Promise<TicketAnswer> => ({
    granted: false,
    reason: 'purpose-not-filed',
  }));
  const { view } = open(refused);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(view().state).toMatchObject({
    kind: 'offline',
    reason: 'purpose-not-filed',
    retryAt: null,
  });
  expect(refused).toHaveBeenCalledTimes(1);
});

test('at a handover the picture is asked for again at once', async () => {
  const { view } = open();
  await soon();
  socket(0).accept();
  socket(0).say({ type: 'closed', reason: 'duty-changed' });
  await soon();
  expect(view().state).toMatchObject({ kind: 'connecting', reason: 'duty-changed' });
  socket(1).accept();
  expect(socket(1).sent).toEqual(['{"ticket":"ticket-2"}']);
});

test('with nobody on duty it is asked every half minute', async () => {
  const refused = vi.fn(async (): Promise<TicketAnswer> => ({
    granted: false,
    reason: 'nobody-on-duty',
  }));
  const { view } = open(refused);
  await soon();
  expect(view().state).toMatchObject({ kind: 'offline', reason: 'nobody-on-duty' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(refused).toHaveBeenCalledTimes(3);
});

test('a dropped socket is tried again with a new ticket', async () => {
  const { view } = open();
  await soon();
  socket(0).drop(1006);
  expect(view().state).toMatchObject({ kind: 'offline', reason: 'socket-failed' });
  await vi.advanceTimersByTimeAsync(600);
  socket(1).accept();
  expect(socket(1).sent).toEqual(['{"ticket":"ticket-2"}']);
});

test('sockets that never get through make it step down to LL-HLS, with a ticket of its own', async () => {
  const asked = vi.fn(async () => new Response('{}', { status: 503 }));
  vi.stubGlobal('fetch', asked);
  const { view } = open();
  await soon();
  socket(0).drop(1006);
  await vi.advanceTimersByTimeAsync(600);
  socket(1).drop(1006);
  await soon();
  expect(view().transport).toBe('ll-hls');
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  expect(asked.mock.calls[0]).toMatchObject([
    '/video/views',
    { body: '{"ticket":"ticket-3","sound":false}' },
  ]);
});

test('the gateway’s word about the camera is shown while the socket stays', async () => {
  const { view } = open();
  await soon();
  socket(0).accept();
  socket(0).say({ type: 'opened', viewId: 'view-1', maxViewSeconds: 600 });
  socket(0).say({ type: 'state', state: 'offline', reason: 'camera-offline', retryInMs: 4_000 });
  expect(view().state).toMatchObject({ kind: 'offline', reason: 'camera-offline' });
  expect(ScriptedSocket.opened).toHaveLength(1);
});

const h265 = 'video/mp4; codecs="hvc1.1.6.L93.B0"';

async function refusedCodec(index: number): Promise<void> {
  socket(index).accept();
  socket(index).say({ type: 'opened', viewId: 'view', maxViewSeconds: 600 });
  socket(index).say({ type: 'config', mime: h265, width: 1920, height: 1080, epoch: 1 });
  await soon();
}

test('a codec that the browser lacks makes it ask for the smaller stream, then is named', async () => {
  const asked = vi.fn(granted);
  const { view } = open(asked);
  await soon();
  await refusedCodec(0);
  expect(asked.mock.calls).toEqual([['main'], ['sub']]);
  expect(view().state).toMatchObject({ kind: 'connecting', reason: 'smaller-stream' });
  await refusedCodec(1);
  expect(view().state).toMatchObject({ reason: 'codec-unsupported', retryAt: null });
  expect(view().codec).toBe('hvc1.1.6.L93.B0');
});

test('a page without a decoder of its own goes on in a video element', async () => {
  const { view } = open(granted, 'webcodecs');
  await soon();
  await soon();
  expect(view()).toMatchObject({ transport: 'fmp4-websocket', state: { reason: 'stepped-down' } });
  expect(socket(0).url).toMatch(/play$/);
});

test('a picture whose watermark was taken away ends, and only a person brings it back', async () => {
  const asked = vi.fn(granted);
  const started = open(asked);
  await soon();
  started.stop('watermark-removed');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(started.view().state).toMatchObject({ reason: 'watermark-removed', retryAt: null });
  expect(asked).toHaveBeenCalledTimes(1);
  started.tryAgain();
  await soon();
  expect(asked).toHaveBeenCalledTimes(2);
});

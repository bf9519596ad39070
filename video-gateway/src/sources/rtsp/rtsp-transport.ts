/** How the packets of one track come to us: within the RTSP connection, or as datagrams to a pair of ports. */
import { randomInt } from 'node:crypto';
import type { ReceivedStream } from '#sources/rtp/received-stream.ts';
import { UdpPorts } from '#sources/rtp/udp-ports.ts';
import type { RtspConnection } from '#sources/rtsp/rtsp-connection.ts';
import { statusOf, type RtspMessage } from '#sources/rtsp/rtsp-message.ts';
import type { RtspOpening } from '#sources/rtsp/rtsp-opening.ts';

export type RtspTransport = 'tcp' | 'udp';

/** One track as the camera has set it up. */
export type TrackLine = {
  stream: ReceivedStream;
  /** Interleaved channels; null over UDP. */
  channels: readonly [number, number] | null;
  sendReport(): void;
  close(): void;
};

export type TrackSetup = {
  opening: RtspOpening;
  uri: string;
  /** Of the first track; none before. */
  session: string | null;
  index: number;
  createStream(reorders: boolean): ReceivedStream;
  onError(error: unknown): void;
};

export type TrackSetupResult =
  | { status: 200; line: TrackLine; reply: RtspMessage }
  | { status: number; line: null; reply: RtspMessage };

const ourSource = () => randomInt(2 ** 32);

export function setUpTrack(transport: RtspTransport, setup: TrackSetup): Promise<TrackSetupResult> {
  return transport === 'tcp' ? setUpInterleaved(setup) : setUpDatagrams(setup);
}

async function setUpInterleaved(setup: TrackSetup): Promise<TrackSetupResult> {
  const asked = [setup.index * 2, setup.index * 2 + 1] as const;
  const reply = await askFor(setup, `RTP/AVP/TCP;unicast;interleaved=${asked.join('-')}`);
  if (statusOf(reply) !== 200) return { status: statusOf(reply), line: null, reply };
  const channels = pairIn(reply, 'interleaved') ?? asked;
  const stream = setup.createStream(false);
  const { connection } = setup.opening;
  const ours = ourSource();
  const line: TrackLine = {
    stream,
    channels,
    sendReport: () => sendOver(connection, channels[1], stream.answer(ours)),
    close: () => stream.close(),
  };
  return { status: 200, line, reply };
}

function sendOver(connection: RtspConnection, channel: number, report: Buffer | null): void {
  if (report !== null) connection.sendPacket(channel, report);
}

async function setUpDatagrams(setup: TrackSetup): Promise<TrackSetupResult> {
  const stream = setup.createStream(true);
  const guarded = (take: (data: Buffer) => void) => (data: Buffer) => {
    try {
      take(data);
    } catch (error) {
      setup.onError(error);
    }
  };
  const ports = await UdpPorts.open(setup.opening.address.address, {
    onPacket: guarded((data) => stream.takePacket(data)),
    onControl: guarded((data) => stream.takeControl(data)),
  });
  const close = () => {
    stream.close();
    ports.close();
  };
  try {
    const reply = await askFor(setup, `RTP/AVP;unicast;client_port=${ports.range}`);
    if (statusOf(reply) !== 200) {
      close();
      return { status: statusOf(reply), line: null, reply };
    }
    ports.expectFrom(pairIn(reply, 'server_port'));
    const ours = ourSource();
    const sendReport = () => {
      const report = stream.answer(ours);
      if (report !== null) ports.sendControl(report);
    };
    return { status: 200, line: { stream, channels: null, sendReport, close }, reply };
  } catch (error) {
    close();
    throw error;
  }
}

function askFor({ opening, uri, session }: TrackSetup, transport: string): Promise<RtspMessage> {
  const headers = { Transport: transport, ...(session === null ? {} : { Session: session }) };
  return opening.connection.request({ method: 'SETUP', uri, headers });
}

/** `server_port=6970-6971`, `interleaved=0-1`. */
function pairIn(reply: RtspMessage, name: string): readonly [number, number] | null {
  const transport = reply.headers.get('transport')?.[0] ?? '';
  const found = new RegExp(`${name}=(\\d{1,5})(?:-(\\d{1,5}))?`).exec(transport);
  if (found === null) return null;
  const first = Number(found[1]);
  const second = Number(found[2] ?? first + 1);
  return first > 0xffff || second > 0xffff || (first === 0 && name === 'server_port')
    ? null
    : [first, second];
}

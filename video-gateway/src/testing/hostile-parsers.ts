/** Every parser of bytes from outside, each with a sample of what it is meant for. */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from 'grid-data';
import { aacConfig, splitAdts } from '#media/aac.ts';
import { h264Config } from '#media/h264.ts';
import { h265Config } from '#media/h265.ts';
import { lengthPrefixed, splitLengthPrefixed } from '#media/unit-builder.ts';
import { readPageMessage } from '#outputs/multiplex/page-message.ts';
import { FlvDemuxer, readAvcC, readHvcC } from '#sources/flv/flv-demuxer.ts';
import { FlvReader } from '#sources/flv/flv-reader.ts';
import { readPlaylist } from '#sources/hls/media-playlist.ts';
import { readProgramFrame } from '#sources/mpegps/program-stream.ts';
import { TransportStream } from '#sources/mpegts/transport-stream.ts';
import { configFrame, IngestFrameReader, unitFrame } from '#sources/rtmp/ingest-frames.ts';
import { AudioAssembler } from '#sources/rtp/audio-assembler.ts';
import { PictureAssembler } from '#sources/rtp/picture-assembler.ts';
import { ProgramAssembler } from '#sources/rtp/program-assembler.ts';
import { readSenderReport, saysGoodbye } from '#sources/rtp/rtcp.ts';
import { readRtpPacket } from '#sources/rtp/rtp-packet.ts';
import { chooseChallenge, RtspAuthorization } from '#sources/rtsp/rtsp-auth.ts';
import { readSession } from '#sources/rtsp/keep-alive.ts';
import { RtspReader } from '#sources/rtsp/rtsp-message.ts';
import { readSessionDescription } from '#sources/rtsp/session-description.ts';
import { clipFrames, clipSound } from '#testing/camera/clip-audio.ts';
import { clipPictures, parameterSets, type ClipPicture } from '#testing/camera/clip.ts';
import { configurationTag, flvHeader, flvTag, pictureTag } from '#testing/camera/flv-writer.ts';
import { inPayloads, pictureFrame, soundFrame } from '#testing/camera/program-writer.ts';
import { UnitFrameReader, UnitFrameWriter } from '#exchange/unit-frame.ts';
import { TicketVerifier } from '#tickets/verify-ticket.ts';
import { goodbye, interleaved, RtpWriter, senderReport } from '#testing/camera/rtp-writer.ts';

export type HostileParser = { sample: Buffer; parse: (bytes: Buffer) => unknown };

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

const fixtureSound = readFileSync(fixture('clip.aac')).subarray(0, 900);
const [sps264, pps264] = parameterSets('h264') as [Buffer, Buffer];
const [vps265, sps265, pps265] = parameterSets('h265') as [Buffer, Buffer, Buffer];
const firstUnit = lengthPrefixed(clipPictures('h264')[0]!.nals);

const sdp = [
  'v=0',
  'm=video 0 RTP/AVP 96',
  'a=rtpmap:96 H264/90000',
  'a=fmtp:96 sprop-parameter-sets=Z0IAKeKQ,aM48',
  'a=control:track1',
  'm=audio 0 RTP/AVP 97 8',
  'a=rtpmap:97 MPEG4-GENERIC/16000/1',
  'a=fmtp:97 config=1408;sizelength=13;indexlength=3',
].join('\r\n');

const rtspReplies = [
  'RTSP/1.0 401 Unauthorized\r\nCSeq: 2\r\nWWW-Authenticate: Digest realm="cam", nonce="1", qop="auth"\r\n\r\n',
  'RTSP/1.0 200 OK\r\nCSeq: 3\r\nSession: 77;timeout=60\r\nContent-Length: 4\r\n\r\nbody',
].join('');

function readInterleaved(bytes: Buffer, onPacket: (payload: Buffer) => void): void {
  const reader = new RtspReader({
    onMessage: ({ headers }) => {
      readSession(headers.get('session')?.[0] ?? '', 'rtsp://camera/');
      const challenge = chooseChallenge(headers.get('www-authenticate') ?? []);
      if (challenge === null) return;
      new RtspAuthorization(challenge, { user: 'u', password: 'p' }).header('PLAY', '*');
    },
    onPacket: (_channel, payload) => onPacket(payload),
  });
  reader.push(bytes);
}

function assemblePictures(codec: 'h264' | 'h265', bytes: Buffer): void {
  const assembler = new PictureAssembler({
    codec,
    payloadType: 96,
    clockRate: 90_000,
    control: '',
    parameterSets: parameterSets(codec),
  });
  readInterleaved(bytes, (payload) => {
    const packet = readRtpPacket(payload);
    if (packet !== null) assembler.push(packet);
  });
}

function assembleSound(bytes: Buffer): void {
  const description = readSessionDescription(sdp).audio!;
  const assembler = new AudioAssembler(description);
  readInterleaved(bytes, (payload) => {
    const report = readSenderReport(payload);
    if (report !== null) assembler.learn(report);
    saysGoodbye(payload);
    const packet = readRtpPacket(payload);
    if (packet !== null) assembler.push(packet);
  });
}

function rtp(codec: 'h264' | 'h265'): Buffer {
  const writer = new RtpWriter(codec);
  return Buffer.concat(
    clipPictures(codec)
      .slice(0, 2)
      .map((one, i) => writer.picture(one, i * 3600)),
  );
}

function soundOverRtp(): Buffer {
  const writer = new RtpWriter('h264');
  return Buffer.concat(
    [
      writer.aac(clipFrames().slice(0, 3), 0),
      senderReport('audio', 3072, 1e12),
      writer.aac(clipFrames().slice(3, 4), 3072),
      goodbye(),
    ].map((packet) => interleaved(0, packet)),
  );
}

function programFrames(): Buffer {
  const writer = new RtpWriter('h264');
  const [key, next] = clipPictures('h264') as [ClipPicture, ClipPicture];
  const frames = [
    { bytes: pictureFrame(key, 0, { audio: 'aac' }), ticks: 0 },
    { bytes: soundFrame(fixtureSound, 1_000), ticks: 1_000 },
    { bytes: pictureFrame(next, 3_600, {}), ticks: 3_600 },
  ];
  return Buffer.concat(
    frames
      .flatMap(({ bytes, ticks }) => writer.payloads(inPayloads(bytes), ticks))
      .map((packet) => interleaved(0, packet)),
  );
}

function assembleProgram(bytes: Buffer): void {
  const assembler = new ProgramAssembler({
    codec: 'mp2p',
    payloadType: 96,
    clockRate: 90_000,
    control: '',
  });
  readInterleaved(bytes, (payload) => {
    readProgramFrame(payload);
    const packet = readRtpPacket(payload);
    if (packet !== null) assembler.push(packet);
  });
}

function pipeFrames(): Buffer {
  const config = h264Config(sps264, pps264);
  const times = { dts: 0, pts: 0, wall: null };
  const unit = { track: 'video', ...times, key: true, data: firstUnit, config } as const;
  return Buffer.concat([configFrame(1, unit), unitFrame(1, unit)]);
}

function exchangeFrame(): Buffer {
  const config = h264Config(sps264, pps264);
  const times = { dts: 3_600, pts: 7_200, wall: 1e12 };
  return new UnitFrameWriter(7).write({
    track: 'video',
    ...times,
    key: true,
    data: firstUnit,
    config,
  });
}

const keys = generateKeyPairSync('ed25519');
const tickets = new TicketVerifier(systemClock);
tickets.trust(keys.publicKey.export({ type: 'spki', format: 'pem' }).toString());

function ticketPayload(): Buffer {
  const issuedAt = Math.floor(Date.now() / 1000);
  return Buffer.from(
    JSON.stringify({
      ...{ version: 1, viewId: 'view-0001', cameraId: 'camera-1', profile: 'main' },
      ...{ userId: 'user-1', sessionId: 'session-1', purpose: 'traffic' },
      ...{ issuedAt, startBefore: issuedAt + 3_600, maxViewSeconds: 600 },
      recording: { requestId: 'request-1', fromMs: 0, toMs: 1_000 },
      source: { platformId: 'city', platformCameraId: '1' },
    }),
  );
}

/** Whatever it says, as if gis-server had signed it. */
function signed(payload: Buffer): string {
  const text = payload.toString('base64url');
  return `${text}.${sign(null, Buffer.from(text), keys.privateKey).toString('base64url')}`;
}

const transportStream = execFileSync('ffmpeg', [
  ...['-v', 'error', '-f', 'h264', '-i', fixture('clip.h264'), '-i', fixture('clip.aac')],
  ...['-c', 'copy', '-t', '0.4', '-f', 'mpegts', '-'],
]);

const flv = Buffer.concat([
  flvHeader,
  configurationTag(),
  flvTag(0, Buffer.concat([Buffer.from([0xaf, 0]), Buffer.from(clipSound.specific, 'hex')]), 8),
  pictureTag(0, 0),
  flvTag(20, Buffer.concat([Buffer.from([0xaf, 1]), clipFrames()[0]!]), 8),
  pictureTag(1, 40),
]);

const playlist =
  '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:7\n#EXTINF:2,\na.ts\n#EXTINF:2,\nb.ts\n';

export const hostileParsers: Readonly<Record<string, HostileParser>> = {
  'a ticket': {
    sample: Buffer.from(signed(ticketPayload())),
    parse: (bytes) => tickets.read(bytes.toString('utf8')),
  },
  'what a ticket says': {
    sample: ticketPayload(),
    parse: (bytes) => tickets.read(signed(bytes)),
  },
  'what a page says on its socket of many': {
    sample: Buffer.from('{"type":"open","channel":7,"ticket":"a.b","profile":"sub","sound":true}'),
    parse: (bytes) => readPageMessage(bytes, false),
  },
  'an H.264 SPS': { sample: sps264, parse: (bytes) => h264Config(bytes, pps264) },
  'an H.265 SPS': { sample: sps265, parse: (bytes) => h265Config(vps265, bytes, pps265) },
  'an avcC box': { sample: h264Config(sps264, pps264).decoderConfig, parse: readAvcC },
  'an hvcC box': { sample: h265Config(vps265, sps265, pps265).decoderConfig, parse: readHvcC },
  'NAL units with lengths': { sample: firstUnit, parse: (bytes) => splitLengthPrefixed(bytes, 4) },
  'an AudioSpecificConfig': { sample: Buffer.from(clipSound.specific, 'hex'), parse: aacConfig },
  'ADTS frames': {
    sample: fixtureSound,
    parse: splitAdts,
  },
  'an SDP': {
    sample: Buffer.from(sdp),
    parse: (bytes) => readSessionDescription(bytes.toString('utf8')),
  },
  'RTSP messages': {
    sample: Buffer.from(rtspReplies),
    parse: (bytes) => readInterleaved(bytes, () => undefined),
  },
  'H.264 over RTP': { sample: rtp('h264'), parse: (bytes) => assemblePictures('h264', bytes) },
  'H.265 over RTP': { sample: rtp('h265'), parse: (bytes) => assemblePictures('h265', bytes) },
  'sound and reports over RTP': { sample: soundOverRtp(), parse: assembleSound },
  'RTCP reports': {
    sample: Buffer.concat([senderReport('video', 0, 1e12), goodbye()]),
    parse: (bytes) => [readSenderReport(bytes), saysGoodbye(bytes)],
  },
  'a transport stream': {
    sample: transportStream,
    parse: (bytes) => new TransportStream().read(bytes),
  },
  'a program stream over RTP': { sample: programFrames(), parse: assembleProgram },
  'an HLS playlist': {
    sample: Buffer.from(playlist),
    parse: (bytes) => readPlaylist(bytes.toString('utf8')),
  },
  'FLV tags': {
    sample: flv,
    parse: (bytes) => {
      const demuxer = new FlvDemuxer();
      for (const tag of new FlvReader().push(bytes)) demuxer.push(tag);
    },
  },
  'frames of the exchange link': {
    sample: exchangeFrame(),
    parse: (bytes) => new UnitFrameReader().read(bytes),
  },
  'frames of the RTMP process': {
    sample: pipeFrames(),
    parse: (bytes) => new IngestFrameReader(() => undefined).push(bytes),
  },
};

/** The tables of a transport stream that tell which packets hold what. */
import { sourceFailure } from '#sources/source-failure.ts';

export const videoTypes: Record<number, 'h264' | 'h265'> = { 0x1b: 'h264', 0x24: 'h265' };
/** 0x90 and 0x91 as GB/T 28181 assigns them. */
export const audioTypes: Record<number, TransportAudioType> = {
  0x0f: 'adts',
  0x90: 'pcma',
  0x91: 'pcmu',
};
export const otherVideoTypes = new Set([0x01, 0x02, 0x10, 0x42, 0x80, 0xd2, 0xea]);

export type TransportAudioType = 'adts' | 'pcma' | 'pcmu';
export type StreamTable = {
  video: { pid: number; type: 'h264' | 'h265' } | null;
  audio: { pid: number; type: TransportAudioType } | null;
};

/** The packets that hold the table of the first program. */
export function readPrograms(payload: Buffer): number | null {
  const table = tableOf(payload, 0);
  if (table === null) return null;
  for (let at = 8; at + 4 <= table.length; at += 4) {
    if (table.readUInt16BE(at) !== 0) return table.readUInt16BE(at + 2) & 0x1fff;
  }
  return null;
}

/** Throws a failure where the only picture is one that we cannot show. */
export function readStreams(payload: Buffer): StreamTable | null {
  const table = tableOf(payload, 2);
  if (table === null || table.length < 12) return null;
  const found: StreamTable = { video: null, audio: null };
  let other: number | null = null;
  for (let at = 12 + (table.readUInt16BE(10) & 0xfff); at + 5 <= table.length;) {
    const type = table[at]!;
    const pid = table.readUInt16BE(at + 1) & 0x1fff;
    const video = videoTypes[type];
    const audio = audioTypes[type];
    if (video !== undefined) found.video ??= { pid, type: video };
    else if (audio !== undefined) found.audio ??= { pid, type: audio };
    else if (otherVideoTypes.has(type)) other = type;
    at += 5 + (table.readUInt16BE(at + 3) & 0xfff);
  }
  if (found.video === null && other !== null) {
    throw sourceFailure('codec-unsupported', `video stream type 0x${other.toString(16)}`);
  }
  return found;
}

/** The table behind its pointer field, without its checksum; null where it does not fit one packet. */
function tableOf(payload: Buffer, tableId: number): Buffer | null {
  const start = 1 + payload[0]!;
  if (start + 3 > payload.length || payload[start] !== tableId) return null;
  const end = start + 3 + (payload.readUInt16BE(start + 1) & 0xfff) - 4;
  return end <= payload.length && end > start ? payload.subarray(start, end) : null;
}

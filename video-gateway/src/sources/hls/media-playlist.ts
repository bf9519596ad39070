/** Reads an HLS playlist (RFC 8216) as far as a camera's live stream needs it. */
import { sourceFailure } from '#sources/source-failure.ts';

export type HlsSegment = { sequence: number; uri: string; discontinuity: boolean };

export type HlsPlaylist =
  | { kind: 'master'; variants: readonly { uri: string; bandwidth: number }[] }
  | { kind: 'media'; targetSeconds: number; ended: boolean; segments: readonly HlsSegment[] };

const maxSegments = 5000;

/** Throws a failure for what we do not play: encrypted, byte-ranged and fragmented MP4 playlists. */
export function readPlaylist(text: string): HlsPlaylist {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines[0] !== '#EXTM3U') throw sourceFailure('broken-stream', 'the playlist is none');
  return lines.some((line) => line.startsWith('#EXT-X-STREAM-INF'))
    ? readMaster(lines)
    : readMedia(lines);
}

function readMaster(lines: readonly string[]): HlsPlaylist {
  const variants: { uri: string; bandwidth: number }[] = [];
  let bandwidth: number | null = null;
  for (const line of lines) {
    if (line.startsWith('#EXT-X-STREAM-INF')) {
      bandwidth = Number(/[:,]BANDWIDTH=(\d+)/.exec(line)?.[1] ?? 0);
    } else if (bandwidth !== null && line !== '' && !line.startsWith('#')) {
      variants.push({ uri: line, bandwidth });
      bandwidth = null;
    }
  }
  if (variants.length === 0) throw sourceFailure('broken-stream', 'the playlist names no stream');
  return { kind: 'master', variants };
}

function readMedia(lines: readonly string[]): HlsPlaylist {
  refuseUnplayable(lines);
  const value = (tag: string) =>
    lines.find((line) => line.startsWith(`${tag}:`))?.slice(tag.length + 1);
  const targetSeconds = Number(value('#EXT-X-TARGETDURATION') ?? Number.NaN);
  const first = Number(value('#EXT-X-MEDIA-SEQUENCE') ?? 0);
  if (!(targetSeconds > 0 && targetSeconds <= 60) || !Number.isSafeInteger(first) || first < 0) {
    throw sourceFailure('broken-stream', 'the playlist has impossible figures');
  }
  const segments: HlsSegment[] = [];
  let discontinuity = false;
  for (const line of lines) {
    if (line === '#EXT-X-DISCONTINUITY') discontinuity = true;
    if (line === '' || line.startsWith('#')) continue;
    segments.push({ sequence: first + segments.length, uri: line, discontinuity });
    discontinuity = false;
    if (segments.length > maxSegments)
      throw sourceFailure('broken-stream', 'the playlist never ends');
  }
  return { kind: 'media', targetSeconds, ended: lines.includes('#EXT-X-ENDLIST'), segments };
}

function refuseUnplayable(lines: readonly string[]): void {
  for (const line of lines) {
    if (line.startsWith('#EXT-X-KEY') && !line.includes('METHOD=NONE')) {
      throw sourceFailure('codec-unsupported', 'the HLS stream is encrypted');
    }
    if (line.startsWith('#EXT-X-MAP') || line.startsWith('#EXT-X-BYTERANGE')) {
      throw sourceFailure('transport-unsupported', 'the HLS stream is no MPEG transport stream');
    }
  }
}

/** Writes the LL-HLS playlist (RFC 8216bis) of a window; URIs are relative to the playlist itself. */
export type PlaylistPart = { durationSeconds: number; independent: boolean };

export type PlaylistSegment = {
  sequence: number;
  /** Of the init segment that it needs. */
  initNumber: number;
  /** True when that differs from the one of the segment before it. */
  discontinuity: boolean;
  /** Null where the camera tells no time: an invented one would contradict the durations. */
  startedAt: Date | null;
  parts: readonly PlaylistPart[];
  complete: boolean;
};

export type PlaylistWindow = {
  segments: readonly PlaylistSegment[];
  discontinuitySequence: number;
  partTargetSeconds: number;
  targetSeconds: number;
};

/** Parts of older segments would only make the playlist long: players at the edge do not ask for them. */
const segmentsWithParts = 3;

export function lowLatencyPlaylist(window: PlaylistWindow): string {
  const hold = (window.partTargetSeconds * 3).toFixed(3);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    `#EXT-X-TARGETDURATION:${window.targetSeconds}`,
    `#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=${hold}`,
    `#EXT-X-PART-INF:PART-TARGET=${window.partTargetSeconds.toFixed(3)}`,
    `#EXT-X-MEDIA-SEQUENCE:${window.segments[0]?.sequence ?? 0}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${window.discontinuitySequence}`,
  ];
  const firstWithParts = window.segments.length - segmentsWithParts;
  window.segments.forEach((segment, index) => {
    lines.push(...segmentLines(segment, { first: index === 0, parts: index >= firstWithParts }));
  });
  const last = window.segments.at(-1);
  if (last !== undefined) {
    const next = last.complete
      ? partName(last.sequence + 1, 0)
      : partName(last.sequence, last.parts.length);
    lines.push(`#EXT-X-PRELOAD-HINT:TYPE=PART,URI="${next}"`);
  }
  return `${lines.join('\n')}\n`;
}

function segmentLines(
  segment: PlaylistSegment,
  show: { first: boolean; parts: boolean },
): readonly string[] {
  const lines: string[] = [];
  if (segment.discontinuity && !show.first) lines.push('#EXT-X-DISCONTINUITY');
  if (segment.discontinuity || show.first) {
    lines.push(`#EXT-X-MAP:URI="${initName(segment.initNumber)}"`);
  }
  if (segment.startedAt !== null) {
    lines.push(`#EXT-X-PROGRAM-DATE-TIME:${segment.startedAt.toISOString()}`);
  }
  if (show.parts) {
    segment.parts.forEach((part, index) => {
      const independent = part.independent ? ',INDEPENDENT=YES' : '';
      const uri = partName(segment.sequence, index);
      lines.push(
        `#EXT-X-PART:DURATION=${part.durationSeconds.toFixed(5)},URI="${uri}"${independent}`,
      );
    });
  }
  if (segment.complete) {
    const seconds = segment.parts.reduce((sum, part) => sum + part.durationSeconds, 0);
    lines.push(`#EXTINF:${seconds.toFixed(5)},`, segmentName(segment.sequence));
  }
  return lines;
}

export const initName = (number: number): string => `init-${number}.mp4`;
export const segmentName = (sequence: number): string => `segment-${sequence}.m4s`;
export const partName = (sequence: number, part: number): string => `part-${sequence}-${part}.m4s`;

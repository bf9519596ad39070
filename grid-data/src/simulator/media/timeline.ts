import { framesPerSecond } from './clip.ts';

/**
 * The endless timeline all cameras share is wall time itself: frame n is taken at n/15 s after the
 * Unix epoch. So a frame's RTP time, sequence number and content follow from n alone, and a restart
 * of the simulator goes on where it stopped.
 */
export function frameNumberAt(unixMs: number): number {
  return Math.floor((unixMs * framesPerSecond) / 1000);
}

export function unixMsOf(frameNumber: number): number {
  return Math.ceil((frameNumber * 1000) / framesPerSecond);
}

const ticksPerFrame = 90_000 / framesPerSecond;

/** RTP timestamp of a frame, 90 kHz, wrapping at 32 bits as RFC 3550 wants. */
export function rtpTimestampOf(frameNumber: number): number {
  return (frameNumber * ticksPerFrame) % 0x1_0000_0000;
}

import type { Clip } from '../media/clip.ts';
import { framesPerSecond } from '../media/clip.ts';
import { soundPayloadType, soundRate } from '../recordings/recorded-sound.ts';
import { payloadType } from './h264-packets.ts';

/** As it ends the control address of the track. */
export const soundTrack = 'trackID=2';

const soundLines = [
  `m=audio 0 RTP/AVP ${soundPayloadType}`,
  `a=rtpmap:${soundPayloadType} PCMA/${soundRate}`,
  'a=recvonly',
  `a=control:${soundTrack}`,
];

/** SDP (RFC 4566, RFC 6184 section 8.2) of a camera with one H.264 track; recordings have sound besides. */
export function sessionDescription(
  clip: Clip,
  sessionId: number,
  recordedRange: string | null,
): string {
  const profile = clip.sps.subarray(1, 4).toString('hex').toUpperCase();
  const sets = `${clip.sps.toString('base64')},${clip.pps.toString('base64')}`;
  return [
    'v=0',
    `o=- ${sessionId} 1 IN IP4 0.0.0.0`,
    's=Media Presentation',
    'c=IN IP4 0.0.0.0',
    't=0 0',
    'a=control:*',
    `a=range:${recordedRange ?? 'npt=now-'}`,
    `m=video 0 RTP/AVP ${payloadType}`,
    'b=AS:512',
    `a=rtpmap:${payloadType} H264/90000`,
    `a=fmtp:${payloadType} packetization-mode=1;profile-level-id=${profile};sprop-parameter-sets=${sets}`,
    `a=framerate:${framesPerSecond}`,
    'a=recvonly',
    'a=control:trackID=1',
    ...(recordedRange === null ? [] : soundLines),
    '',
  ].join('\r\n');
}

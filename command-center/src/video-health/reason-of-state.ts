/** The reason that says most nearly what a health or a platform's state means, where nobody gave one. */
import type { CameraHealth, PlatformState } from 'grid-data';

const reasonOfHealth: Partial<Record<CameraHealth, string>> = {
  'no-auth': 'camera-auth-refused',
  black: 'picture-black',
  frozen: 'picture-frozen',
  unreachable: 'camera-unreachable',
  stalled: 'no-frames',
  'codec-not-playable': 'transport-unsupported',
  'clock-skew': 'clock-skew',
};

const reasonOfPlatform: Partial<Record<PlatformState, string>> = {
  refused: 'platform-refused',
  unreachable: 'platform-unreachable',
};

export function reasonOfCamera(health: string | null | undefined, reason?: string | null): string {
  return reason ?? reasonOfHealth[health as CameraHealth] ?? health ?? '';
}

export function reasonOfPlatformState(state: string, reason?: string | null): string {
  return reason ?? reasonOfPlatform[state as PlatformState] ?? state;
}

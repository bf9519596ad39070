import { randomBytes } from 'node:crypto';
import type { CameraRegister } from '../cameras/camera-register.ts';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { Recording, StreamGrant, StreamTokens } from '../cameras/stream-tokens.ts';
import type { FaultBoard } from '../faults/fault-board.ts';

export type GateAnswer =
  | { kind: 'open'; camera: SimulatedCamera; recorded: Recording | null }
  | { kind: 'refused'; status: number; phrase: string; headers: Record<string, string> };

export type MediaGateParts = {
  register: CameraRegister;
  tokens: StreamTokens;
  faults: FaultBoard;
};

/** Decides what an RTSP address opens: a token of the web interface, or a camera of its own address. */
export class MediaGate {
  readonly #parts: MediaGateParts;

  constructor(parts: MediaGateParts) {
    this.#parts = parts;
  }

  open(url: string): GateAnswer {
    const { register, faults } = this.#parts;
    const grant = this.#grantOf(url);
    const camera = grant === null ? null : register.find(grant.cameraId);
    if (!grant || !camera || faults.isOn('url-expired', camera)) return refused(404, 'Not Found');
    if (faults.isOn('redirect', camera)) {
      return refused(302, 'Moved Temporarily', { Location: faults.redirectLocation });
    }
    if (faults.isOn('auth-401-loop', camera)) {
      const challenge = `Digest realm="media", nonce="${randomBytes(12).toString('hex')}"`;
      return refused(401, 'Unauthorized', { 'WWW-Authenticate': challenge });
    }
    // What was recorded is played whether the camera still answers or not.
    if (!grant.recorded && register.stateOf(camera) === 'offline') {
      return refused(503, 'Service Unavailable');
    }
    return { kind: 'open', camera, recorded: grant.recorded };
  }

  /**
   * `/openUrl/<token>`, any other path with a `token`, as each platform writes it; `/camera/<id>` stands for a camera
   * that is reached without a platform, as an imported list names them.
   */
  #grantOf(url: string): StreamGrant | null {
    const parsed = URL.parse(url);
    const [, place, key, ...rest] = (parsed?.pathname ?? '').split('/');
    const token = parsed?.searchParams.get('token');
    if (token) return this.#parts.tokens.redeem(token);
    if (!key || rest.length > 0) return null;
    if (place === 'openUrl') return this.#parts.tokens.redeem(key);
    const cameraId = place === 'camera' ? safelyDecoded(key) : null;
    return cameraId === null ? null : { cameraId, recorded: null };
  }
}

function safelyDecoded(key: string): string | null {
  try {
    return decodeURIComponent(key);
  } catch {
    return null; // a broken escape names no camera
  }
}

function refused(status: number, phrase: string, headers: Record<string, string> = {}): GateAnswer {
  return { kind: 'refused', status, phrase, headers };
}

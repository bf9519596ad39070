/** What the simulated platforms share: the cameras behind them and the media node, whatever they speak. */
import type { CameraRegister } from './cameras/camera-register.ts';
import type { SimulatedCamera } from './cameras/simulated-camera.ts';
import type { StreamTokens } from './cameras/stream-tokens.ts';
import type { FaultBoard } from './faults/fault-board.ts';
import type { CameraHeads } from './ptz/camera-heads.ts';
import type { RecordedTime, Recorder } from './recordings/recorder.ts';

export type PlatformParts = {
  register: CameraRegister;
  tokens: StreamTokens;
  faults: FaultBoard;
  recorder: Recorder;
  heads: CameraHeads;
  /** host:port under which clients reach the media node. */
  mediaHost(): string;
};

/** A token that plays what was recorded in this time, or null where nothing was. */
export function playbackToken(
  { recorder, tokens }: PlatformParts,
  camera: SimulatedCamera,
  asked: RecordedTime,
): string | null {
  const files = recorder.filesOf(camera, asked);
  return files.length === 0 ? null : tokens.issue(camera.id, { asked, files });
}

/** As our side of the network reaches the media node; on demand behind an address of its inner network. */
export function mediaAddresses(
  parts: PlatformParts,
  camera: SimulatedCamera,
  path: string,
): string {
  const ours = `rtsp://${parts.mediaHost()}${path}`;
  const isSeveral = parts.faults.isOn('several-addresses-with-internal-first', camera);
  return isSeveral ? `rtsp://10.255.255.1:9100${path}|${ours}` : ours;
}

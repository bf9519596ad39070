/** Why an LL-HLS view was refused or ended, in the stable words of the gateway. */
import type { ErrorData } from 'hls.js/light';
import type { GatewayState } from '#video/player/picture-state.ts';

export type OpenedView = { viewId: string; maxViewSeconds: number; playlist: string };

type SourceState = {
  state: GatewayState;
  reason: string | null;
  retryInMs: number | null;
  /** Codec of the camera's sound, once it was heard. */
  sound: string | null;
};

/** `ended`: why the view is over. Null where nothing can be learned now. */
export async function stateOfView(viewId: string): Promise<SourceState | { ended: string } | null> {
  const answer = await fetch(`/video/views/${viewId}`).catch(() => null);
  if (answer?.status === 410) return { ended: await reasonOfRefusedView(answer) };
  // Of a gateway that has begun anew, or that has forgotten why.
  if (answer?.status === 404) return { ended: 'view-ended' };
  if (!answer?.ok) return null;
  return (await answer.json()) as SourceState;
}

export async function reasonOfRefusedView(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null);
  const error = (body as { error?: { reason?: unknown } } | null)?.error;
  if (typeof error?.reason === 'string') return error.reason;
  if (answer.status === 401) return 'ticket-expired';
  if (answer.status === 403) return 'revoked';
  if (answer.status === 404) return 'unknown-camera';
  return 'unavailable';
}

const codecErrors: readonly string[] = [
  'manifestIncompatibleCodecsError',
  'bufferIncompatibleCodecsError',
  'bufferAddCodecError',
];

/** Null for errors that hls.js mends by itself; `unavailable`: the view's own state says why. */
export function endOfHlsError(error: ErrorData): string | null {
  const status = error.response?.code;
  if (status === 403) return 'revoked';
  if (status === 410) return 'unavailable';
  if (!error.fatal) return null;
  const type: string = error.type;
  if (type === 'mediaError')
    return codecErrors.includes(error.details) ? 'codec-unsupported' : 'append-failed';
  return 'unavailable';
}

/** Text messages of /video/play, read from the wire with suspicion. */
import type { GatewayState } from '#video/player/picture-state.ts';

export type GatewayMessage =
  | { type: 'opened'; viewId: string; maxViewSeconds: number }
  | { type: 'state'; state: GatewayState; reason: string | null; retryInMs: number | null }
  | { type: 'config'; mime: string; width: number; height: number }
  | { type: 'sound'; codec: string }
  | { type: 'closed'; reason: string };

/** Null for a message this player does not know: a newer gateway may say more. */
export function readGatewayMessage(text: string): GatewayMessage | null {
  const message = parse(text);
  if (message === null) return null;
  const word = (key: string) => (typeof message[key] === 'string' ? message[key] : null);
  const number = (key: string) => (typeof message[key] === 'number' ? message[key] : null);
  switch (message['type']) {
    case 'opened':
      return {
        type: 'opened',
        viewId: word('viewId') ?? '',
        maxViewSeconds: number('maxViewSeconds') ?? 0,
      };
    case 'state': {
      const state = word('state');
      if (!isGatewayState(state)) return null;
      return { type: 'state', state, reason: word('reason'), retryInMs: number('retryInMs') };
    }
    case 'config': {
      const mime = word('mime');
      if (mime === null) return null;
      return { type: 'config', mime, width: number('width') ?? 0, height: number('height') ?? 0 };
    }
    case 'sound':
      return { type: 'sound', codec: word('codec') ?? '' };
    case 'closed':
      return { type: 'closed', reason: word('reason') ?? 'unavailable' };
    default:
      return null;
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isGatewayState(word: string | null): word is GatewayState {
  return word === 'connecting' || word === 'live' || word === 'stalled' || word === 'offline';
}

/** Reason for a close code where no `closed` message came before it. */
export function reasonOfCloseCode(code: number): string | null {
  switch (code) {
    case 4401:
      return 'ticket-expired';
    case 4403:
      return 'revoked';
    case 4404:
      return 'unknown-camera';
    case 4408:
      return 'first-message-late';
    case 4503:
      return 'unavailable';
    default:
      return null;
  }
}

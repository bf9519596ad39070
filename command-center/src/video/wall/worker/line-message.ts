/** Text messages of /video/play-many, read from the wire with suspicion. */
import { readGatewayMessage, type GatewayMessage } from '#video/fmp4/gateway-message.ts';

export type LineMessage =
  | { channel: number; word: Exclude<GatewayMessage, { type: 'config' }> }
  | { channel: number; word: { type: 'refused'; reason: string } }
  | {
      channel: number;
      word: { type: 'served'; profile: 'main' | 'sub'; keyOnly: boolean; reason: string };
    }
  | { channel: number; word: { type: 'clock'; milliseconds: number; wall: number } };

/** Null for a message this page does not know: a newer gateway may say more. */
export function readLineMessage(text: string): LineMessage | null {
  const message = parse(text);
  const channel = message?.['channel'];
  if (message === null || typeof channel !== 'number') return null;
  const { type, reason, wall, milliseconds } = message;
  const because = typeof reason === 'string' ? reason : '';
  switch (type) {
    case 'refused':
      return { channel, word: { type, reason: because } };
    case 'served': {
      const profile = message['profile'] === 'sub' ? 'sub' : 'main';
      return {
        channel,
        word: { type, profile, keyOnly: message['keyOnly'] === true, reason: because },
      };
    }
    case 'clock':
      if (typeof wall !== 'number' || typeof milliseconds !== 'number') return null;
      return { channel, word: { type, milliseconds, wall } };
    default: {
      const word = readGatewayMessage(text);
      return word === null || word.type === 'config' ? null : { channel, word };
    }
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

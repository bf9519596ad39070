/** How a WebSocket is closed with a reason. */
import type { DomainError } from 'grid-data';
import type { WebSocket } from 'ws';

export const closeCodes = {
  normal: 1000,
  stopping: 1001,
  misshapen: 4400,
  badTicket: 4401,
  refused: 4403,
  unknownCamera: 4404,
  late: 4408,
  tooMuch: 4429,
  unavailable: 4503,
} as const;

const byReason: Record<string, number> = {
  'view-time-over': closeCodes.normal,
  'viewer-left': closeCodes.normal,
  'gateway-stopping': closeCodes.stopping,
  'viewer-too-slow': closeCodes.unavailable,
  'unknown-camera': closeCodes.unknownCamera,
};

export function closeCodeOfRefusal(error: DomainError): number {
  if (error.reason.startsWith('ticket-')) return closeCodes.badTicket;
  if (error.kind === 'not-found') return closeCodes.unknownCamera;
  return error.kind === 'unavailable' ? closeCodes.unavailable : closeCodes.refused;
}

/** Every other end of a running view is gis-server's word: a revocation. */
export function closeCodeOfEnd(reason: string): number {
  return byReason[reason] ?? closeCodes.refused;
}

export function sayClosed(webSocket: WebSocket, reason: string, code: number): void {
  if (webSocket.readyState !== webSocket.OPEN) return;
  webSocket.send(JSON.stringify({ type: 'closed', reason }));
  webSocket.close(code, reason);
  // A peer that does not answer the close is not waited for: after a revocation nothing may linger.
  setTimeout(() => webSocket.terminate(), 500).unref();
}

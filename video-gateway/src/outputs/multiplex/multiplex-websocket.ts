/** Shows many views over one WebSocket of a page (/play-many): coded pictures as they are, for a page that decodes itself. */
import type { Welcome } from '#outputs/door/websocket-door.ts';
import { Line } from '#outputs/multiplex/line.ts';
import { PageSocket } from '#outputs/multiplex/page-socket.ts';
import type { ViewDesk } from '#views/view-desk.ts';

export const playMany =
  (desk: ViewDesk, onError: (message: string) => void): Welcome =>
  async ({ webSocket, socket, reader, clientIp, sessionId }) => {
    const line = new Line(webSocket, { socket, reader });
    new PageSocket({ webSocket, line, desk, clientIp, sessionId, onError }).watch();
  };

/** Shows many views over one WebSocket of a page (/play-many): coded pictures as they are, for a page that decodes itself. */
import { keepPinging } from '#outputs/door/keep-pinging.ts';
import type { Welcome } from '#outputs/door/websocket-door.ts';
import { Line } from '#outputs/multiplex/line.ts';
import { PageSocket } from '#outputs/multiplex/page-socket.ts';
import type { ViewDesk } from '#views/view-desk.ts';

export const playMany =
  (desk: ViewDesk, onError: (message: string) => void): Welcome =>
  async ({ webSocket, socket, clientIp }) => {
    webSocket.once('close', keepPinging(webSocket));
    const line = new Line(webSocket, socket);
    new PageSocket({ webSocket, line, desk, clientIp, onError }).watch();
  };

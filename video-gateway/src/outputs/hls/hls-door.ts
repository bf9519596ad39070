/** Serves /hls by itself, past Koa: each viewer asks ten times a second, and most of an answer's price was its way. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorAnswer } from '#outputs/error-answer.ts';
import type { HlsAnswer, LowLatencyHls } from '#outputs/hls/low-latency-hls.ts';

const path = /^\/hls\/([\w-]{1,64})\/([\w.-]{1,64})(?:\?(.*))?$/;

export class HlsDoor {
  readonly #hls: LowLatencyHls;
  readonly #onError: (message: string) => void;

  constructor(hls: LowLatencyHls, onError: (message: string) => void) {
    this.#hls = hls;
    this.#onError = onError;
  }

  /** False where the request is none of HLS. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    const found = request.method === 'GET' ? path.exec(request.url ?? '') : null;
    if (found === null) return false;
    const [, viewId = '', file = '', query = ''] = found;
    this.#hls.get(viewId, file, new URLSearchParams(query)).then(
      (answer) => send(response, 200, answer),
      (error: unknown) => {
        const { status, body } = errorAnswer(error, this.#onError);
        const said = { type: 'application/json; charset=utf-8', body: [toBytes(body)] };
        send(response, status, said);
      },
    );
    return true;
  }
}

const toBytes = (body: object): Buffer => Buffer.from(JSON.stringify(body));

function send(response: ServerResponse, status: number, { type, body }: HlsAnswer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': body.reduce((sum, { length }) => sum + length, 0),
    'Cache-Control': 'private, no-store',
  });
  for (const piece of body) response.write(piece);
  response.end();
}

/** Serves /hls by itself, past Koa: each viewer asks ten times a second, and most of an answer's price was its way. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorAnswer } from '#outputs/error-answer.ts';
import type { CallerOf } from '#outputs/visiting.ts';
import type { HlsAnswer, LowLatencyHls } from '#outputs/hls/low-latency-hls.ts';

const neverKept = ['Cache-Control', 'private, no-store'];
const path = /^\/hls\/([\w-]{1,64})\/([\w.-]{1,64})(?:\?(.*))?$/;

export class HlsDoor {
  readonly #hls: LowLatencyHls;
  readonly #callerOf: CallerOf;
  readonly #onError: (message: string) => void;

  constructor(
    hls: LowLatencyHls,
    { callerOf, onError }: { callerOf: CallerOf; onError: (message: string) => void },
  ) {
    this.#hls = hls;
    this.#callerOf = callerOf;
    this.#onError = onError;
  }

  /** False where the request is none of HLS. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    const found = request.method === 'GET' ? path.exec(request.url ?? '') : null;
    if (found === null) return false;
    const [, viewId = '', file = '', query = ''] = found;
    const { sessionId } = this.#callerOf(request);
    this.#hls.get({ viewId, sessionId }, file, new URLSearchParams(query)).then(
      (answer) => send(response, 200, answer),
      (error: unknown) => {
        const { status, body } = errorAnswer(error, this.#onError);
        const type = 'application/json; charset=utf-8';
        send(response, status, { type, body: [JSON.stringify(body)] });
      },
    );
    return true;
  }
}

/** The last piece ends the answer, so that head and all leave in one write. */
function send(response: ServerResponse, status: number, { type, body }: HlsAnswer): void {
  const length = body.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  const head = ['Content-Type', type, 'Content-Length', String(length), ...neverKept];
  response.writeHead(status, head);
  const last = body.length - 1;
  for (let i = 0; i < last; i += 1) response.write(body[i]);
  response.end(body[last]);
}

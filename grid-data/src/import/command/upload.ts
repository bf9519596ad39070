/** Client of the upload endpoint: sends rows as they are read, reads events as they come. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { DomainError } from '#domain/domain-error.ts';
import type { ImportCommand } from './command-line.ts';
import type { SourceRow } from '../source-row.ts';

const uploadEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), staged: z.number(), rejected: z.number() }),
  z.object({ type: z.literal('step'), text: z.string() }),
  z.object({
    type: z.literal('rejected'),
    line: z.number(),
    reason: z.string(),
    detail: z.string(),
  }),
  z.object({ type: z.literal('warning'), text: z.string() }),
  z.object({
    type: z.literal('done'),
    accepted: z.number(),
    rejected: z.number(),
    stored: z.boolean(),
  }),
  z.object({ type: z.literal('failed'), reason: z.string(), message: z.string() }),
]);
export type UploadEvent = z.infer<typeof uploadEvent>;

export type Upload = {
  url: string;
  cookie: string;
  command: ImportCommand;
  rows: AsyncIterable<SourceRow>;
  onEvent: (event: UploadEvent) => void;
};

export async function signIn(url: string, name: string, password: string): Promise<string> {
  const answer = await ask(url, '/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name, password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.ok && cookie !== undefined) return cookie;
  throw new DomainError(
    'not-signed-in',
    `${name} could not sign in at ${url}: ${await wordsOf(answer)}`,
  );
}

export async function upload({ url, cookie, command, rows, onEvent }: Upload): Promise<void> {
  const query = new URLSearchParams({
    datum: command.datum,
    file: basename(command.file),
    dryRun: String(command.dryRun),
  });
  const reading: { failure: Error | null } = { failure: null };
  const body = Readable.from(ndjson(rowsOrFailure(rows, reading)));
  try {
    const answer = await ask(url, `/imports/${command.kind}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', cookie, origin: url },
      body: Readable.toWeb(body) as ReadableStream<Uint8Array>,
      duplex: 'half',
    } as RequestInit);
    if (!answer.ok || answer.body === null) {
      throw new DomainError('unavailable', `the upload was refused: ${await wordsOf(answer)}`);
    }
    const lines = createInterface({ input: Readable.fromWeb(answer.body as never) });
    for await (const line of lines) {
      if (line !== '') onEvent(uploadEvent.parse(JSON.parse(line)));
    }
  } catch (error) {
    if (reading.failure === null) throw error;
    throw new DomainError(
      'invalid-input',
      `nothing was stored: ${command.file} cannot be read to its end: ${reading.failure.message}`,
      { cause: reading.failure },
    );
  }
}

/** A file that cannot be read on ends the upload; what is wrong with it is kept, for the request only says that it failed. */
async function* rowsOrFailure(
  rows: AsyncIterable<SourceRow>,
  reading: { failure: Error | null },
): AsyncGenerator<SourceRow> {
  try {
    yield* rows;
  } catch (error) {
    reading.failure = error as Error;
    throw error;
  }
}

async function ask(url: string, path: string, request: RequestInit): Promise<Response> {
  return fetch(`${url}${path}`, request).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new DomainError('unavailable', `${url} does not answer: ${cause}`, { cause: error });
  });
}

const refusal = z.object({ error: z.object({ message: z.string() }) });

async function wordsOf(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    return refusal.parse(JSON.parse(text)).error.message;
  } catch {
    return `${answer.status} ${text.slice(0, 200)}`; // not our server's form
  }
}

/** Rows as lines, closed by a line with their count and hash, so that a torn upload is never taken for a whole one. */
async function* ndjson(rows: AsyncIterable<SourceRow>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const row of rows) {
    const line = Buffer.from(`${JSON.stringify(row)}\n`);
    hash.update(line);
    count += 1;
    yield line;
  }
  yield Buffer.from(`${JSON.stringify({ end: { count, sha256: hash.digest('hex') } })}\n`);
}

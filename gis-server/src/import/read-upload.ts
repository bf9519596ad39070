import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DomainError } from 'grid-data';
import { sourceRow, type SourceRow } from 'grid-data/import';
import { z } from 'zod';

const longestLineBytes = 1_048_576;
const largestUploadBytes = 2 * 1024 ** 3;

const endLine = z.object({ end: z.object({ count: z.number().int(), sha256: z.string() }) });

export type UploadedRow = { row: SourceRow } | { broken: { line: number; detail: string } };

/**
 * Rows of an upload, one a line. The last line gives count and hash of all before: an upload that was cut off or
 * changed on its way ends in an error and never in fewer rows.
 */
export async function* readUpload(
  body: Readable,
  onHash: (sha256: string) => void,
): AsyncGenerator<UploadedRow> {
  const hash = createHash('sha256');
  let count = 0;
  let closed = false;
  for await (const line of linesOf(body)) {
    if (closed) throw new DomainError('invalid-input', 'the upload goes on after its closing line');
    const value = parseJson(line, count + 1);
    const end = endLine.safeParse(value);
    if (end.success) {
      const sha256 = hash.digest('hex');
      if (end.data.end.count !== count || end.data.end.sha256 !== sha256) {
        throw new DomainError('invalid-input', 'the upload does not match its closing line');
      }
      onHash(sha256);
      closed = true;
      continue;
    }
    hash.update(line).update('\n');
    count += 1;
    const row = sourceRow.safeParse(value);
    if (row.success) yield { row: row.data };
    else yield { broken: { line: count, detail: z.prettifyError(row.error) } };
  }
  if (!closed) {
    throw new DomainError('invalid-input', 'the upload broke off before its closing line', {
      reason: 'upload-torn',
    });
  }
}

function parseJson(line: Buffer, number: number): unknown {
  try {
    return JSON.parse(line.toString('utf8')) as unknown;
  } catch (cause) {
    throw new DomainError('invalid-input', `line ${number} of the upload is no JSON`, { cause });
  }
}

async function* linesOf(body: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let total = 0;
  // Left open when reading ends early: the answer goes out by the same connection.
  const chunks = body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > largestUploadBytes) throw tooLarge(`${largestUploadBytes / 1024 ** 3} GiB`);
    let begin = 0;
    const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = whole.indexOf(10); end !== -1; end = whole.indexOf(10, begin)) {
      if (end > begin) yield whole.subarray(begin, end);
      begin = end + 1;
    }
    rest = whole.subarray(begin);
    if (rest.length > longestLineBytes) throw tooLarge('1 MiB in one row');
  }
  if (rest.length > 0) yield rest;
}

function tooLarge(limit: string): DomainError {
  return new DomainError('invalid-input', `the upload is larger than ${limit}`, {
    reason: 'too-large',
  });
}

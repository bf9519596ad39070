import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { TransformStream, type ReadableStream } from 'node:stream/web';
import { Readable } from 'node:stream';
import { parse as parseCsv } from 'csv-parse';
import { DomainError } from '#domain/domain-error.ts';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import chain from 'stream-chain';
import type { SourceRow } from './source-row.ts';

export type FileRows = {
  rows: AsyncIterable<SourceRow>;
  /** Bytes of the file read so far, for the progress bar. */
  bytesRead: () => number;
};

/** Reads a CSV (UTF-8, UTF-16 or GB18030, header line first) or a GeoJSON FeatureCollection row by row. */
export async function readFile(path: string): Promise<FileRows> {
  const extension = extname(path).toLowerCase();
  const encoding = await encodingOf(path);
  let bytes = 0;
  const source = createReadStream(path);
  source.on('data', (chunk) => (bytes += chunk.length));
  const text = Readable.fromWeb(
    (Readable.toWeb(source) as ReadableStream).pipeThrough(decoding(encoding)) as ReadableStream,
  );
  const bytesRead = () => bytes;
  if (extension === '.csv' || extension === '.txt') return { rows: csvRows(text), bytesRead };
  if (extension === '.geojson' || extension === '.json') {
    return { rows: geojsonRows(text), bytesRead };
  }
  throw new DomainError('invalid-input', `${path}: only .csv, .geojson and .json are read`);
}

async function* csvRows(text: Readable): AsyncGenerator<SourceRow> {
  const lines = text.pipe(
    parseCsv({
      columns: (header: string[]) => header.map((name) => name.trim()),
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 1_048_576,
      trim: true,
    }),
  );
  text.once('error', (error) => lines.destroy(error));
  for await (const { record, info } of lines as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    yield { line: info.lines, fields: record };
  }
}

type Feature = { properties?: Record<string, unknown> | null; geometry?: unknown; id?: unknown };

async function* geojsonRows(text: Readable): AsyncGenerator<SourceRow> {
  const features = chain([text, parser(), pick({ filter: 'features' }), streamArray()]);
  for await (const { key, value } of features as AsyncIterable<{ key: number; value: Feature }>) {
    yield {
      line: key + 1,
      fields: { ...value?.properties },
      ...(value?.geometry ? { geometry: value.geometry } : {}),
    };
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** What Chinese office programs save text as: UTF-16 tells itself by its mark, GB18030 by being no UTF-8. */
async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(262_144), 0, 262_144, 0);
    if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
    // A character may be cut at the end of the stretch: `stream` keeps that from counting.
    new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), {
      stream: true,
    });
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030';
    throw error;
  } finally {
    await file.close();
  }
}

function decoding(encoding: string): TransformStream<Uint8Array, string> {
  const decoder = new TextDecoder(encoding);
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(decoder.decode(chunk, { stream: true }));
    },
    flush(controller) {
      controller.enqueue(decoder.decode());
    },
  });
}

/** A WOFF 1.0 font as the plain OpenType that it packs: read thousands of times, it is unpacked once. */
import { inflateSync } from 'node:zlib';

const headerBytes = 44;
const woffEntryBytes = 20;
const sfntEntryBytes = 16;

export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + count * sfntEntryBytes);
  woff.copy(directory, 0, 4, 8);
  writeSearchHints(directory, count);
  const tables: Buffer[] = [];
  let offset = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = woff.subarray(headerBytes + index * woffEntryBytes);
    const table = padded(tableOf(woff, entry));
    const at = 12 + index * sfntEntryBytes;
    entry.copy(directory, at, 0, 4);
    entry.copy(directory, at + 4, 16, 20);
    directory.writeUInt32BE(offset, at + 8);
    entry.copy(directory, at + 12, 12, 16);
    tables.push(table);
    offset += table.length;
  }
  return Buffer.concat([directory, ...tables]);
}

/** A table that would not become smaller lies there as it is. */
function tableOf(woff: Buffer, entry: Buffer): Buffer {
  const from = entry.readUInt32BE(4);
  const [packed, full] = [entry.readUInt32BE(8), entry.readUInt32BE(12)];
  const bytes = woff.subarray(from, from + packed);
  return packed < full ? inflateSync(bytes) : bytes;
}

function padded(table: Buffer): Buffer {
  const over = table.length % 4;
  return over === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - over)]);
}

function writeSearchHints(directory: Buffer, count: number): void {
  const selector = Math.floor(Math.log2(count));
  const range = 2 ** selector * 16;
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(range, 6);
  directory.writeUInt16BE(selector, 8);
  directory.writeUInt16BE(count * 16 - range, 10);
}

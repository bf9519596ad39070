/**
 * Every parser of bytes from outside, against bytes that no camera would send: it may refuse, never hang or run wild.
 * `FUZZ_RUNS=100000` looks further, from another beginning each time; what is found goes into fixtures/crashers.json.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RtspReader } from '#sources/rtsp/rtsp-message.ts';
import { hostileParsers } from '#testing/hostile-parsers.ts';

const longer = process.env['FUZZ_RUNS'];
const settings = longer === undefined ? { numRuns: 1500, seed: 42 } : { numRuns: Number(longer) };
const slowestParseMs = 2_000;

/** By parser, bytes in base64 that once were too much for it. */
const crashers = JSON.parse(
  readFileSync(new URL('../fixtures/crashers.json', import.meta.url), 'utf8'),
) as Record<string, readonly string[]>;

/** The sample with some bytes changed, and perhaps cut off, or doubled, or followed by noise. */
function spoiled(sample: Buffer): fc.Arbitrary<Buffer> {
  const place = fc.nat(sample.length - 1);
  const byte = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255));
  const changes = fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 8 });
  const tail = fc.oneof(
    { weight: 5, arbitrary: fc.constant(Buffer.alloc(0)) },
    { weight: 1, arbitrary: fc.constant(sample) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)) },
  );
  const kept = fc.option(fc.nat(sample.length), { nil: sample.length, freq: 3 });
  return fc.tuple(changes, kept, tail).map(([all, length, rest]) => {
    const copy = Buffer.from(sample);
    for (const [at, value] of all) copy[at] = value;
    return Buffer.concat([copy.subarray(0, length), rest]);
  });
}

/** A refusal is an Error with words; anything else (a TypeError of ours, say) is a fault. */
function refusedOrRead(parse: () => unknown): void {
  const startedAt = performance.now();
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(TypeError);
    expect((error as Error).message).not.toBe('');
  }
  expect(performance.now() - startedAt).toBeLessThan(slowestParseMs);
}

describe('hostile bytes', { timeout: longer === undefined ? 60_000 : 3_600_000 }, () => {
  it.each(Object.keys(hostileParsers))('as %s are refused or read', (name) => {
    const { sample, parse } = hostileParsers[name]!;
    parse(sample);
    const noise = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
    const bytes = fc.oneof({ weight: 4, arbitrary: spoiled(sample) }, noise);
    fc.assert(
      fc.property(bytes, (one) => refusedOrRead(() => parse(one))),
      settings,
    );
  });

  it.each(Object.entries(crashers))(
    'that were once too much as %s are not any more',
    (name, all) => {
      for (const one of all) {
        refusedOrRead(() => hostileParsers[name]!.parse(Buffer.from(one, 'base64')));
      }
    },
  );

  it('that never end do not fill the memory', () => {
    const handlers = { onMessage: () => undefined, onPacket: () => undefined };
    const reader = new RtspReader(handlers);
    expect(() => {
      for (let i = 0; i < 100; i += 1) reader.push(Buffer.alloc(1024, 'A'));
    }).toThrow('too long');
    expect(() =>
      new RtspReader(handlers).push(
        Buffer.from('RTSP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n'),
      ),
    ).toThrow('impossible length');
  });
});

const encoder = new TextEncoder();

/** Appends protocol-buffer pieces to a buffer that grows by doubling. */
export class ByteWriter {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 4096) {
    this.bytes = new Uint8Array(capacity);
  }

  reserve(extra: number): void {
    if (this.length + extra <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + extra));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  varint(value: number): void {
    this.reserve(10);
    this.reservedVarint(value);
  }

  /** The same where the caller has reserved room for all it is about to write. */
  reservedVarint(value: number): void {
    let rest = value;
    // Bit operators see 32 bits only; ids of sixteen digits have more.
    while (rest > 0x7fffffff) {
      this.bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  double(value: number): void {
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** A length and then the bytes. */
  block(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  text(text: string): void {
    this.block(encoder.encode(text));
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

export function varintLength(value: number): number {
  if (value < 128) return 1;
  if (value < 16384) return 2;
  if (value < 2097152) return 3;
  if (value < 268435456) return 4;
  let length = 4;
  for (let rest = value / 268435456; rest >= 1; rest /= 128) length++;
  return length;
}

export function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31);
}

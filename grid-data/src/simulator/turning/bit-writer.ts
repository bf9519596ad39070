/** Bits one behind the other, as H.264 writes them. */
export class BitWriter {
  #bytes = Buffer.alloc(1 << 16);
  #length = 0;
  #byte = 0;
  #bits = 0;

  fixed(count: number, value: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      this.#byte = (this.#byte << 1) | ((value >> bit) & 1);
      this.#bits += 1;
      if (this.#bits === 8) this.#push();
    }
  }

  /** Exp-Golomb; 0 is written alike with and without a sign. */
  number(value: number): void {
    const length = 32 - Math.clz32(value + 1);
    this.fixed(length - 1, 0);
    this.fixed(length, value + 1);
  }

  align(): void {
    while (this.#bits > 0) this.fixed(1, 0);
  }

  /** Only where it is aligned. */
  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** With the stop bit behind the last one. */
  end(): Buffer {
    this.fixed(1, 1);
    this.align();
    return this.#bytes.subarray(0, this.#length);
  }

  #push(): void {
    this.#room(1);
    this.#bytes[this.#length] = this.#byte;
    this.#length += 1;
    [this.#byte, this.#bits] = [0, 0];
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.alloc(this.#bytes.length * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

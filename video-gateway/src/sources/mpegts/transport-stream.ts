/** Takes picture and sound out of an MPEG transport stream (ISO/IEC 13818-1) and cuts them into access units. */
import type { AccessUnit } from '#media/access-unit.ts';
import { splitAnnexB } from '#media/annex-b.ts';
import { UnitBuilder } from '#media/unit-builder.ts';
import { PesAssembler, signed33, type Pes } from '#sources/mpegts/pes.ts';
import { readPrograms, readStreams, type StreamTable } from '#sources/mpegts/program-tables.ts';
import { TransportAudio } from '#sources/mpegts/transport-audio.ts';
import { sourceFailure } from '#sources/source-failure.ts';

const packetBytes = 188;
const syncByte = 0x47;

type Track<Reader> = { pid: number; type: string; pes: PesAssembler; reader: Reader };

export class TransportStream {
  #programPid: number | null = null;
  #video: Track<UnitBuilder> | null = null;
  #audio: Track<TransportAudio> | null = null;
  #rest: Buffer = Buffer.alloc(0);
  #last33: number | null = null;
  #unrolled = 0;

  /** The access units of one whole segment. */
  read(segment: Buffer): readonly AccessUnit[] {
    this.#rest = Buffer.alloc(0);
    const units = [...this.push(segment)];
    this.#finishVideo(units);
    this.#finishAudio(units);
    return units;
  }

  /** The access units that these bytes complete, cut wherever the line cut them. */
  push(chunk: Buffer): readonly AccessUnit[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const units: AccessUnit[] = [];
    let at = 0;
    for (; at + packetBytes <= bytes.length; at += packetBytes) {
      if (bytes[at] !== syncByte) {
        throw sourceFailure('broken-stream', 'the transport stream is out of step');
      }
      this.#take(bytes.subarray(at, at + packetBytes), units);
    }
    this.#rest = bytes.subarray(at);
    return units;
  }

  #take(packet: Buffer, units: AccessUnit[]): void {
    const pid = packet.readUInt16BE(1) & 0x1fff;
    const starts = (packet[1]! & 0x40) !== 0;
    const adaptation = (packet[3]! >> 4) & 3;
    if ((adaptation & 1) === 0) return;
    const from = adaptation === 3 ? 5 + packet[4]! : 4;
    if (from >= packetBytes) return;
    const payload = packet.subarray(from);
    if (pid === 0) this.#programPid = (starts ? readPrograms(payload) : null) ?? this.#programPid;
    else if (pid === this.#programPid) this.#follow(starts ? readStreams(payload) : null);
    else if (pid === this.#video?.pid) {
      if (starts) this.#finishVideo(units);
      this.#video.pes.take(payload);
    } else if (pid === this.#audio?.pid) {
      if (starts) this.#finishAudio(units);
      this.#audio.pes.take(payload);
    }
  }

  #follow(table: StreamTable | null): void {
    if (table === null) return;
    const { video, audio } = table;
    if (video !== null && !isSame(this.#video, video)) {
      this.#video = { ...video, pes: new PesAssembler(), reader: new UnitBuilder(video.type) };
    }
    if (audio === null) this.#audio = null;
    else if (!isSame(this.#audio, audio)) {
      this.#audio = { ...audio, pes: new PesAssembler(), reader: new TransportAudio(audio.type) };
    }
  }

  #finishVideo(units: AccessUnit[]): void {
    const pes = this.#video?.pes.finish() ?? null;
    if (pes === null) return;
    const unit = this.#video!.reader.build(splitAnnexB(pes.payload), this.#timesOf(pes));
    if (unit !== null) units.push(unit);
  }

  #finishAudio(units: AccessUnit[]): void {
    const pes = this.#audio?.pes.finish() ?? null;
    if (pes !== null) units.push(...this.#audio!.reader.read(pes.payload, this.#timesOf(pes)));
  }

  #timesOf({ pts, dts }: Pes) {
    this.#unrolled += this.#last33 === null ? dts : signed33(dts - this.#last33);
    this.#last33 = dts;
    return { dts: this.#unrolled, pts: this.#unrolled + signed33(pts - dts), wall: null };
  }
}

const isSame = (
  running: { pid: number; type: string } | null,
  told: { pid: number; type: string },
): boolean => running?.pid === told.pid && running.type === told.type;

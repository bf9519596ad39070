/** Writes the copies that gis-server orders, one after the other, and hands them out for a ticket. */
import { createReadStream, type ReadStream } from 'node:fs';
import {
  DomainError,
  exportFormOf,
  pulledWindow,
  type Clock,
  type ExportManifest,
  type ExportOrder,
} from 'grid-data';
import type { GisLink } from '#link/gis-link.ts';
import type { TimeSpan } from '#platforms/platform.ts';
import { burnedMark } from '#playback/export/burned-mark.ts';
import { copyPicture } from '#playback/export/copy-picture.ts';
import { copyRecording, type Copied, type Copying } from '#playback/export/copy-recording.ts';
import type { ExportShelf } from '#playback/export/export-shelf.ts';
import { recode, recodePicture, recoder, type Recoder } from '#playback/export/recode.ts';
import { recordedCamera } from '#playback/playback-desk.ts';
import type { TicketVerifier } from '#tickets/verify-ticket.ts';
import type { VideoSide } from '#video-side/video-side.ts';

export type ExportDeskParts = {
  shelf: ExportShelf;
  link: GisLink;
  video: Pick<VideoSide, 'platforms' | 'openRecorded'>;
  tickets: TicketVerifier;
  clock: Clock;
  onError: (message: string) => void;
  /** For tests: a machine without ffmpeg. */
  recoder?: () => Recoder;
};

const passesByItself = new Set(['register-unavailable', 'video-link-down']);

/** Told so often that a bar moves, and no more: each is a write. */
const progressStep = 0.05;

const tool = 'cloud-eye video-gateway, CMAF writer 2';

export class ExportDesk {
  readonly #parts: ExportDeskParts;
  /** Ordered and not yet answered, each with the newest ticket for what it copies. */
  readonly #orders = new Map<string, string>();
  #work: Promise<void> = Promise.resolve();

  constructor(parts: ExportDeskParts) {
    this.#parts = parts;
  }

  get waiting(): number {
    return this.#orders.size;
  }

  /** Said again by gis-server until the answer has come: what is in hand is not begun anew. */
  order(order: ExportOrder, ticket = ''): void {
    const isInHand = this.#orders.has(order.exportId);
    this.#orders.set(order.exportId, ticket);
    if (isInHand) return;
    this.#work = this.#work.then(() => this.#fulfil(order));
  }

  async delete(exportId: string): Promise<void> {
    const { shelf, link } = this.#parts;
    const sha256 = await shelf.delete(exportId);
    await link.request({ type: 'export-deleted', exportId, sha256 });
    await shelf.forget(exportId);
  }

  /** Throws a DomainError whose reason tells why not. */
  take(
    ticketText: string,
    sessionId: string | null,
  ): { stream: ReadStream; manifest: ExportManifest } {
    const { tickets, shelf } = this.#parts;
    const exportId = tickets.spendAs(sessionId, ticketText).recording?.exportId;
    if (exportId === undefined) {
      throw new DomainError('not-allowed', 'the ticket is for another door', {
        reason: 'ticket-for-recordings',
      });
    }
    const manifest = shelf.manifestOf(exportId);
    if (manifest === null) {
      throw new DomainError('not-found', 'the file is gone', { reason: 'export-gone' });
    }
    return { stream: createReadStream(shelf.file(exportId, exportFormOf(manifest))), manifest };
  }

  async #fulfil(order: ExportOrder): Promise<void> {
    const { shelf, link, onError } = this.#parts;
    const { exportId } = order;
    try {
      // Written before, and the answer was lost: hidden or not is part of the order.
      const before = shelf.manifestOf(exportId);
      const manifest = before?.masking === order.masking ? before : await this.#write(order);
      await link.request({ type: 'export-written', exportId, manifest });
    } catch (error) {
      const reason = error instanceof DomainError ? error.reason : 'write-failed';
      onError(`export ${exportId}: ${reason}: ${(error as Error).message}`);
      // Where a link is down, gis-server orders it again, and it is written when the link is back.
      if (!passesByItself.has(reason)) {
        await link.request({ type: 'export-failed', exportId, reason }).catch(() => undefined);
      }
    } finally {
      this.#orders.delete(exportId);
    }
  }

  /** Answers what tells gis-server how far the copy is, in shares of what was recorded. */
  #progressOf({ exportId }: ExportOrder, recordings: readonly TimeSpan[]): (atMs: number) => void {
    const { link } = this.#parts;
    const whole = lengthOf(recordings);
    let told = 0;
    return (atMs) => {
      const before = recordings.map((span) => ({ ...span, toMs: Math.min(span.toMs, atMs) }));
      const share = lengthOf(before.filter(({ fromMs, toMs }) => toMs > fromMs)) / whole;
      if (share < told + progressStep) return;
      told = share;
      link.tell({ type: 'export-progress', exportId, share });
    };
  }

  async #write(order: ExportOrder): Promise<ExportManifest> {
    const { shelf, clock } = this.#parts;
    const { exportId, requestId, caseNo } = order;
    const can = (this.#parts.recoder ?? recoder)();
    const form = exportFormOf(order);
    if (!can.recodes && (order.masking !== 'none' || form === 'picture')) throw cannotRecode(order);
    await shelf.clearParts(exportId);
    try {
      const source = await this.#source(order);
      const { file, copied } = await (form === 'movie'
        ? this.#writeMovie(order, source, can)
        : this.#writePicture(order, source, can));
      const writtenAt = clock.now().toISOString();
      const mark = can.writes ? 'in-picture' : 'in-file';
      const gaps = gapsIn({ fromMs: order.fromMs, toMs: order.toMs }, source.recordings);
      return await shelf.keep(
        [file, form],
        exportId,
        (kept) => ({ version: 1, ...order, ...copied, gaps, mark, tool, writtenAt, ...kept }),
        { exportId, requestId, caseNo },
      );
    } finally {
      // What was to be hidden must not stay behind in the clear.
      await shelf.clearParts(exportId);
    }
  }

  async #writeMovie(order: ExportOrder, source: SourceOf, can: Recoder): Promise<WrittenCopy> {
    const { shelf } = this.#parts;
    const { exportId, masking, regions } = order;
    const plain = shelf.part(exportId, 'plain');
    const onProgress = this.#progressOf(order, source.recordings);
    const copied = await copyRecording({
      ...{ ...source, file: plain, sound: isHeard(order) },
      onProgress,
    });
    const facts = { ...copied, pictureMs: null };
    if (masking === 'none' && !can.writes) return { file: plain, copied: facts };
    const recoded = shelf.part(exportId, 'recoded');
    const script = can.writes ? burnedMark(order) : null;
    const sound = soundOf(copied);
    await recode({ from: plain, to: recoded, masking, regions, sound, script });
    return { file: recoded, copied: facts };
  }

  async #writePicture(order: ExportOrder, source: SourceOf, can: Recoder): Promise<WrittenCopy> {
    const { shelf } = this.#parts;
    const { exportId, masking, regions } = order;
    const [plain, to] = [shelf.part(exportId, 'plain'), shelf.part(exportId, 'picture')];
    const { atSeconds, ...copied } = await copyPicture({ ...source, file: plain }, order.fromMs);
    const fromMs = Math.floor(copied.pictureMs / 1_000) * 1_000;
    const script = can.writes ? burnedMark({ ...order, fromMs, toMs: fromMs + 1_000 }) : null;
    await recodePicture({ from: plain, to, masking, regions, script }, atSeconds);
    return { file: to, copied: { ...copied, pictureMs: Math.round(copied.pictureMs) } };
  }

  async #source(order: ExportOrder): Promise<SourceOf> {
    const { link, video } = this.#parts;
    const ticket = this.#orders.get(order.exportId) ?? '';
    const window = pulledWindow(order);
    const source = await link.resolveCamera(order.cameraId);
    const { platform, camera } = recordedCamera(video.platforms, source, ticket);
    const recordings = await platform.recordings.list(camera.platformCameraId, window, ticket);
    const { fromMs, toMs } = order;
    if (!recordings.some((span) => span.toMs > fromMs && span.fromMs < toMs)) {
      throw new DomainError('not-found', 'nothing was recorded', { reason: 'no-recording' });
    }
    return { video, camera, window, recordings };
  }
}

type SourceOf = Pick<Copying, 'video' | 'camera' | 'window' | 'recordings'>;
type WrittenCopy = { file: string; copied: Copied & { pictureMs: number | null } };

function cannotRecode({ masking }: ExportOrder): DomainError {
  // What a picture is made of must be decoded, whether something is hidden in it or not.
  const reason = masking === 'none' ? 'picture-unavailable' : 'masking-unavailable';
  return new DomainError('unavailable', 'no ffmpeg to decode anything with', { reason });
}

/** What is hidden is not heard either: a voice tells who speaks as a face does. */
const isHeard = ({ sound, masking }: ExportOrder): boolean => sound && masking === 'none';

function soundOf({ soundCodec }: Copied): 'copied' | 'as-aac' | 'left-out' {
  if (soundCodec === null) return 'left-out';
  return soundCodec === 'aac' ? 'copied' : 'as-aac';
}

const lengthOf = (spans: readonly TimeSpan[]): number =>
  spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

/** What of a window nobody recorded. */
export function gapsIn(window: TimeSpan, recordings: readonly TimeSpan[]): TimeSpan[] {
  const gaps: TimeSpan[] = [];
  let at = window.fromMs;
  for (const { fromMs, toMs } of recordings) {
    if (fromMs > at) gaps.push({ fromMs: at, toMs: fromMs });
    at = Math.max(at, toMs);
  }
  if (at < window.toMs) gaps.push({ fromMs: at, toMs: window.toMs });
  return gaps;
}

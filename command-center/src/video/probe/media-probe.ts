/** What this browser can do with a picture, asked once. */
export type MediaProbe = {
  /** Secure context, decoder, canvas in a worker, and H.264 decoded. */
  webCodecs: boolean;
  mediaSource: boolean;
};

/** Baseline H.264 at 640×360: what every camera's smaller stream is at least. */
const everyCamera = { codec: 'avc1.42e01e', codedWidth: 640, codedHeight: 360 };

let asked: Promise<MediaProbe> | null = null;

export function probeMedia(): Promise<MediaProbe> {
  asked ??= probe();
  return asked;
}

async function probe(): Promise<MediaProbe> {
  const mediaSource = typeof MediaSource !== 'undefined';
  const hasParts =
    isSecureContext &&
    typeof VideoDecoder !== 'undefined' &&
    typeof Worker !== 'undefined' &&
    typeof HTMLCanvasElement.prototype.transferControlToOffscreen === 'function';
  if (!hasParts) return { webCodecs: false, mediaSource };
  const answer = await VideoDecoder.isConfigSupported(everyCamera).catch(() => null);
  return { webCodecs: answer?.supported === true, mediaSource };
}

/** Whether a `<video>` shows this codec where the decoder alone did not. */
export function videoElementPlays(codec: string | null): boolean {
  if (codec === null || typeof MediaSource === 'undefined') return false;
  return MediaSource.isTypeSupported(`video/mp4; codecs="${codec}"`);
}

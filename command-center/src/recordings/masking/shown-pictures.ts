/** What the tiles of this page show now, by camera: what is to be hidden is drawn on a still of it. */
type Shown = { video: HTMLVideoElement; viewId: string };

const shown = new Map<string, Shown>();

/** Until the returned act takes it away. */
export function keepShown(cameraId: string, picture: Shown): () => void {
  shown.set(cameraId, picture);
  return () => {
    if (shown.get(cameraId) === picture) shown.delete(cameraId);
  };
}

/** Draws what a camera's tile shows, and answers the look that it belongs to; null where it shows nothing. */
export function drawStill(cameraId: string, canvas: HTMLCanvasElement): string | null {
  const { video, viewId } = shown.get(cameraId) ?? {};
  if (!video || !viewId || video.videoWidth === 0) return null;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return viewId;
}

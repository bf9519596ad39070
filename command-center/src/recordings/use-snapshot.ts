/** Takes a picture out of a recording: first its row in the register, then the picture, hidden, with the row's code in it. */
import { useState, type RefObject } from 'react';
import { useMutation } from '@apollo/client/react';
import { newCommandId } from '#gis/command-id.ts';
import { TakeRecordingSnapshotDocument } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { useLooker } from '#video/use-looker.ts';
import { markSnapshot } from './mark-snapshot.ts';
import { hidePicture } from './masking/hide-picture.ts';
import { saveBlob } from './save-blob.ts';
import type { PlaybackRoom } from './playback/playback-room.ts';

type SnapshotOf = {
  requestId: string;
  camera: { id: string; name: string };
  video: RefObject<HTMLVideoElement | null>;
  room: PlaybackRoom;
};

export function useSnapshot({ requestId, camera, video, room }: SnapshotOf) {
  const [ask] = useMutation(TakeRecordingSnapshotDocument);
  const unit = useLooker()?.unit ?? '';
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const taken = async () => {
    const at = new Date(room.positionMs);
    const element = video.current;
    if (!element || element.videoWidth === 0) return;
    // The picture of this moment, kept while the register is written.
    const canvas = drawn(element);
    hidePicture(canvas);
    const variables = {
      commandId: newCommandId(),
      requestId,
      cameraId: camera.id,
      at: at.toISOString(),
    };
    const { data } = await ask({ variables });
    if (!data) return;
    const { code, takenBy, takenAt } = data.takeRecordingSnapshot;
    markSnapshot(canvas, [
      `${camera.name} ${clockWords(at, 'full')}`,
      `${takenBy} ${unit} ${clockWords(new Date(takenAt), 'full')} ${code}`,
    ]);
    await save(canvas, `${code}.png`);
  };

  const take = () => {
    setBusy(true);
    setError(null);
    taken()
      .catch((failure: unknown) => setError(failure))
      .finally(() => setBusy(false));
  };
  return { take, busy, error };
}

function drawn(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas;
}

async function save(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) saveBlob(blob, name);
}

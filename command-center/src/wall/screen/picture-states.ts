/** Which pictures of this screen live, and why the others do not: for its report. */
export type PictureNote = { isAlive: boolean; reason: string };

const notes = new Map<string, PictureNote>();

export function notePicture(cameraId: string, note: PictureNote | null): void {
  if (note === null) notes.delete(cameraId);
  else notes.set(cameraId, note);
}

export function pictureNotes(): ReadonlyMap<string, PictureNote> {
  return notes;
}

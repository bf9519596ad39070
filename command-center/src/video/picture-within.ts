/** A picture in its stage: where it lies, and which point of it a pointer stands on. */
export type Point = { x: number; y: number };
type Size = { width: number; height: number };
export type Rectangle = { left: number; top: number } & Size;

/** Where a picture that keeps its shape lies in its stage. */
export function pictureWithin(stage: Size, picture: Size): Rectangle {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { left: (stage.width - width) / 2, top: (stage.height - height) / 2, width, height };
}

/** A photo as it is kept: small enough for a village's line, and without what the camera wrote into it. */
const longestSidePx = 1600;
const quality = 0.82;

export type KeptPhoto = { bytes: ArrayBuffer; type: 'image/jpeg' };

/** Drawn anew, so that place, time and phone in the camera's notes stay behind; throws where it is no picture. */
export async function shrinkPhoto(file: Blob): Promise<KeptPhoto> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longestSidePx / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (!context) throw new Error('the phone draws no pictures');
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', quality),
    );
    if (blob === null) throw new Error('the picture could not be written');
    return { bytes: await blob.arrayBuffer(), type: 'image/jpeg' };
  } finally {
    picture.close();
  }
}

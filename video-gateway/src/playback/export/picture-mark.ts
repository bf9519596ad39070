/** Writes into a JPEG which export it is, as a comment behind its first marker, without touching the picture. */
const startOfImage = 0xffd8;
const comment = 0xfffe;
/** Ours alone, as in a movie. */
const markType = 'ceye';

/** Null where the bytes are no JPEG. */
export function markedPicture(jpeg: Buffer, mark: object): Buffer | null {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== startOfImage) return null;
  const said = Buffer.from(markType + JSON.stringify(mark));
  const head = Buffer.alloc(6);
  head.writeUInt16BE(startOfImage, 0);
  head.writeUInt16BE(comment, 2);
  head.writeUInt16BE(said.length + 2, 4);
  return Buffer.concat([head, said, jpeg.subarray(2)]);
}

export function readPictureMark(jpeg: Buffer): unknown {
  if (jpeg.readUInt16BE(2) !== comment) return null;
  const said = jpeg.toString('utf8', 6, 4 + jpeg.readUInt16BE(4));
  return said.startsWith(markType) ? JSON.parse(said.slice(markType.length)) : null;
}

/** A piece on its way from the bar to a cell, as drag and drop carries it. */
import type { Piece } from './scene-draft.ts';

const type = 'application/x-cloud-eye-piece';

export function dragPiece(data: DataTransfer, piece: Piece): void {
  data.setData(type, JSON.stringify(piece));
  data.effectAllowed = 'copy';
}

export function piecedOf(data: DataTransfer): Piece | null {
  const text = data.getData(type);
  return text === '' ? null : (JSON.parse(text) as Piece);
}

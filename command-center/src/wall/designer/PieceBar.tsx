import { useTranslation } from 'react-i18next';
import { wallPanels } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { dragPiece } from './piece-drag.ts';
import type { Piece } from './scene-draft.ts';
import styles from './Designer.module.css';

const pieces: readonly Piece[] = [
  { kind: 'map' },
  { kind: 'cameras' },
  { kind: 'incident-cameras' },
  ...wallPanels.map((panel) => ({ kind: 'panel', panel }) as const),
];

/** What a cell can hold, to be dragged onto the plan; a press puts it where there is room. */
export function PieceBar({ onAdd }: { onAdd: (piece: Piece) => void }) {
  const { t } = useTranslation('wall');
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('designer.pieces')}>
      {pieces.map((piece) => {
        const id = piece.kind === 'panel' ? piece.panel : piece.kind;
        return (
          <Button
            key={id}
            draggable
            data-piece={id}
            onDragStart={({ dataTransfer }) => dragPiece(dataTransfer, piece)}
            onClick={() => onAdd(piece)}
          >
            + {piece.kind === 'panel' ? t(`panel.${piece.panel}`) : t(`tile.${piece.kind}`)}
          </Button>
        );
      })}
    </div>
  );
}

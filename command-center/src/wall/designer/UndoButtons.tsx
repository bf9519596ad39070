import { Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';

type UndoButtonsProps = {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
};

export function UndoButtons({ canUndo, canRedo, undo, redo }: UndoButtonsProps) {
  const { t } = useTranslation('wall');
  return (
    <>
      <Button
        look="plain"
        aria-label={t('designer.undo')}
        title={t('designer.undo')}
        data-act="undo"
        disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 size="1.2em" aria-hidden />
      </Button>
      <Button
        look="plain"
        aria-label={t('designer.redo')}
        title={t('designer.redo')}
        data-act="redo"
        disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 size="1.2em" aria-hidden />
      </Button>
    </>
  );
}

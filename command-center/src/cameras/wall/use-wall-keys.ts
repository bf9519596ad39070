/** The wall by keyboard: arrows choose a tile, the rest acts on it. */
import { useEffect } from 'react';
import { enlargeOnWall, focusOnWall, moveFocus, takeFromWall, wallModel } from './wall-model.ts';

export function useWallKeys(onClose: () => void): void {
  useEffect(() => {
    const onFocus = (act: (cameraId: string) => void) => (): void => {
      const { focus } = wallModel.get();
      if (focus !== null) act(focus);
    };
    const keys: Record<string, () => void> = {
      ArrowLeft: () => moveFocus(-1),
      ArrowRight: () => moveFocus(1),
      ArrowUp: () => moveFocus(-columns()),
      ArrowDown: () => moveFocus(columns()),
      Enter: onFocus(enlargeOnWall),
      f: onFocus(enlargeOnWall),
      s: onFocus((cameraId) => press(cameraId, 'sound')),
      Delete: onFocus(takeFromWall),
      i: () => wallModel.set(({ showFigures }) => ({ showFigures: !showFigures })),
      Escape: () => stepBack(onClose),
    };
    const hear = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      const onControl = target?.closest('button, input, select, textarea') && event.key === 'Enter';
      const act = keys[event.key];
      if (!act || onControl || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [onClose]);
}

function stepBack(onClose: () => void): void {
  const { isLarge, focus } = wallModel.get();
  if (isLarge && focus !== null) enlargeOnWall(focus);
  else if (focus !== null) focusOnWall(null);
  else onClose();
}

/** How many tiles stand in the first row now. */
function columns(): number {
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-wall] > [data-camera]')];
  return Math.max(1, tiles.filter((tile) => tile.style.top === tiles[0]?.style.top).length);
}

function press(cameraId: string, act: string): void {
  document
    .querySelector<HTMLElement>(
      `[data-wall] [data-camera="${CSS.escape(cameraId)}"] [data-act="${act}"]`,
    )
    ?.click();
}

import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { CameraWindow } from '#cameras/CameraWindow.tsx';
import { closeCamera, useMapModel, type OpenCamera } from '#map/map-model.ts';
import { ReplayedCamera } from '#recordings/replayed/ReplayedCamera.tsx';
import { replayState } from '#replay/replay-state.ts';
import { useStore } from '#ui/create-store.ts';
import { Guarded } from '#ui/Guarded.tsx';
import { remPx } from '#ui/rem-px.ts';
import { fitWindows } from './fit-windows.ts';
import { hallPanels, showPanel } from './hall-panels.ts';
import { goTo } from './path.ts';
import { useDragCamera } from './use-drag-camera.ts';
import styles from './CameraColumn.module.css';

/** The open camera windows: in a column at the right edge, or wherever one has been dragged to. */
export function CameraColumn() {
  const openCameras = useMapModel((model) => model.openCameras);
  const inColumn = openCameras.filter(({ draggedTo }) => !draggedTo);
  const dragged = openCameras.filter(({ draggedTo }) => draggedTo);
  const frame = useFittedColumn(inColumn.length);
  useFocusForward();
  return (
    <>
      <div ref={frame} className={styles.room}>
        <div className={styles.column}>
          {inColumn.map((open) => (
            <Slot key={open.cameraId} open={open} />
          ))}
        </div>
      </div>
      {dragged.map((open) => (
        <Slot key={open.cameraId} open={open} />
      ))}
    </>
  );
}

/** After the search palette has handed the keyboard back to where it came from. */
function useFocusForward(): void {
  const forward = useMapModel((model) => model.broughtForward);
  useEffect(() => {
    if (!forward) return undefined;
    const timer = setTimeout(() => {
      document
        .querySelector<HTMLElement>(`[data-camera="${CSS.escape(forward.cameraId)}"]`)
        ?.focus();
    });
    return () => clearTimeout(timer);
  }, [forward]);
}

/** Esc is the open panel's before it is the window's that has the keyboard. */
function closePanelFirst(event: KeyboardEvent<HTMLElement>): void {
  const isEnlarged = event.currentTarget.querySelector(':scope > [popover]') !== null;
  if (event.key !== 'Escape' || isEnlarged || hallPanels.get().open === null) return;
  event.stopPropagation();
  showPanel(null);
}

const narrowestRem = 15;
const gapRem = 0.44;
/** Title and a foot of one line, where no window stands yet to be measured. */
const usualChromeRem = 4;

/** Sizes the windows to the room that the alarm panel leaves, again whenever either changes. */
function useFittedColumn(count: number) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const room = frame.current;
    if (!room || count === 0) return;
    const fit = (): void => {
      const { columns, widthPx } = fitWindows({
        count,
        heightPx: room.clientHeight,
        widestPx: room.clientWidth,
        narrowestPx: narrowestRem * remPx(),
        chromePx: chromeOf(room),
        gapPx: gapRem * remPx(),
      });
      room.style.setProperty('--window-width', `${widthPx}px`);
      room.style.setProperty('--window-columns', String(columns));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(room);
    for (const slot of room.querySelectorAll('[data-camera-slot]')) observer.observe(slot);
    fit();
    return () => observer.disconnect();
  }, [count]);
  return frame;
}

function chromeOf(room: HTMLElement): number {
  const slots = [...room.querySelectorAll<HTMLElement>('[data-camera-slot]')];
  const measured = slots.map(
    (slot) => slot.offsetHeight - handOf(slot) - (slot.offsetWidth * 9) / 16,
  );
  return Math.max(usualChromeRem * remPx(), ...measured);
}

/** The hand on a camera is taller than a picture, the taller the narrower it is: for it the column scrolls. */
function handOf(slot: HTMLElement): number {
  return slot.querySelector<HTMLElement>('[data-ptz-deck="holding"]')?.offsetHeight ?? 0;
}

function Slot({ open }: { open: OpenCamera }) {
  const drag = useDragCamera(open.cameraId);
  const { at: atMs, speed, toldMs } = useStore(replayState, (state) => state);
  const close = (): void => closeCamera(open.cameraId);
  const place = open.draggedTo ? { left: open.draggedTo.x, top: open.draggedTo.y } : undefined;
  return (
    <div
      className={open.draggedTo ? styles.dragged : styles.slot}
      style={place}
      data-camera-slot={open.cameraId}
      onPointerDown={drag}
      onKeyDownCapture={closePanelFirst}
    >
      <Guarded>
        {atMs === null ? (
          <CameraWindow open={open} onClose={close} />
        ) : (
          <ReplayedCamera
            cameraId={open.cameraId}
            moment={{ atMs, speed, toldMs }}
            onAsk={() => goTo('/recordings')}
            onClose={close}
          />
        )}
      </Guarded>
    </div>
  );
}

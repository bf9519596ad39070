import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { WallRect } from 'grid-data';
import { placeIn } from './plan-place.ts';
import styles from './Designer.module.css';

type PlanBoxProps = {
  id: string;
  rect: WallRect;
  bounds: WallRect;
  label: string;
  chosen: boolean;
  look: 'screen' | 'tile';
  disabled?: boolean;
  children: ReactNode;
  onChoose: () => void;
  /** The hand takes hold, before the first of many changes. */
  onGrip: () => void;
  onMove: (to: WallRect) => void;
  onResize: (to: WallRect) => void;
  /** The hand has let go. */
  onSettle: () => void;
  /** One step by the keys: arrows move, with Shift they resize. */
  onStep: (step: { right: number; down: number; resizes: boolean }) => void;
  onDelete: () => void;
};

type Grip = { x: number; y: number; rect: WallRect; perPx: number; resizes: boolean };

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A screen or a tile on the plan: moved by hand or by the arrow keys, resized at its corner or with Shift. */
export function PlanBox(props: PlanBoxProps) {
  const { id, rect, bounds, label, chosen, look, disabled = false, children } = props;
  const grip = useRef<Grip | null>(null);
  const take = (event: PointerEvent<HTMLElement>, resizes: boolean): void => {
    if (event.button !== 0) return;
    props.onChoose();
    if (disabled) return;
    const plan = event.currentTarget.closest<HTMLElement>('[data-plan]');
    const widthPx = plan?.getBoundingClientRect().width ?? 0;
    if (widthPx === 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const { clientX: x, clientY: y } = event;
    grip.current = { x, y, rect, perPx: bounds.widthMm / widthPx, resizes };
    props.onGrip();
  };
  const pull = (event: PointerEvent<HTMLElement>): void => {
    const held = grip.current;
    if (held === null) return;
    const right = (event.clientX - held.x) * held.perPx;
    const down = (event.clientY - held.y) * held.perPx;
    const { leftMm, topMm, widthMm, heightMm } = held.rect;
    if (held.resizes) {
      const size = {
        widthMm: Math.max(1, widthMm + right),
        heightMm: Math.max(1, heightMm + down),
      };
      props.onResize({ ...held.rect, ...size });
    } else props.onMove({ ...held.rect, leftMm: leftMm + right, topMm: topMm + down });
  };
  const letGo = (): void => {
    if (grip.current === null) return;
    grip.current = null;
    props.onSettle();
  };
  const press = (event: KeyboardEvent): void => {
    if (disabled) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      props.onStep({ right: step[0], down: step[1], resizes: event.shiftKey });
    } else if (event.key === 'Delete') {
      event.preventDefault();
      props.onDelete();
    }
  };
  const handlers = { onPointerMove: pull, onPointerUp: letGo, onPointerCancel: letGo };
  return (
    <div className={styles.box} style={placeIn(rect, bounds)} data-look={look} data-chosen={chosen}>
      <button
        type="button"
        className={styles.boxFace}
        aria-label={label}
        aria-pressed={chosen}
        data-box={id}
        onFocus={props.onChoose}
        onPointerDown={(event) => take(event, false)}
        onKeyDown={press}
        {...handlers}
      >
        {children}
      </button>
      {chosen && !disabled ? (
        <span
          className={styles.corner}
          aria-hidden
          data-corner={id}
          onPointerDown={(event) => take(event, true)}
          {...handlers}
        />
      ) : null}
    </div>
  );
}

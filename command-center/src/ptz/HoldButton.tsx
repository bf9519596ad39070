import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';

type HoldButtonProps = {
  name: string;
  words: string;
  onHold: () => void;
  onRelease: () => void;
  className?: string | undefined;
  children: ReactNode;
};

/** Acts for as long as it is pressed, by hand or by key. */
export function HoldButton({
  name,
  words,
  onHold,
  onRelease,
  className,
  children,
}: HoldButtonProps) {
  const { press, release } = useHold(onHold, onRelease);
  return (
    <Button
      data-ptz={name}
      aria-label={words}
      title={words}
      className={className}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.button === 0) press(event.pointerId);
      }}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        press('key');
      }}
      onKeyUp={() => release('key')}
      onBlur={() => release('key')}
    >
      {children}
    </Button>
  );
}

/** A pointer, or a key of the keyboard. */
type Holder = number | 'key';

/**
 * Each button knows what holds it, and the page hears where the hand lets go. A browser takes the focus from the key
 * pressed before only after the next one has begun: that blur must not stop what it did not start. And a window that
 * comes to stand beside another takes focus and pointer capture from a button on which the hand still rests.
 */
function useHold(onHold: () => void, onRelease: () => void) {
  const holder = useRef<Holder | null>(null);
  const tellRelease = useEffectEvent(onRelease);
  const release = (by: Holder): void => {
    if (holder.current !== by) return;
    holder.current = null;
    onRelease();
  };
  useEffect(() => {
    const letGo = ({ pointerId }: PointerEvent): void => {
      if (holder.current !== pointerId) return;
      holder.current = null;
      tellRelease();
    };
    addEventListener('pointerup', letGo);
    addEventListener('pointercancel', letGo);
    return () => {
      removeEventListener('pointerup', letGo);
      removeEventListener('pointercancel', letGo);
      if (holder.current !== null) tellRelease();
    };
  }, []);
  return {
    press: (by: Holder) => {
      holder.current = by;
      onHold();
    },
    release,
  };
}

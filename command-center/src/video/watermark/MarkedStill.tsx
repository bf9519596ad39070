import { useEffect, useRef, type HTMLAttributes } from 'react';
import { useLooker } from '../use-looker.ts';
import { useMarkOverlay } from './use-mark-overlay.ts';
import styles from './MarkedStill.module.css';

type MarkedStillProps = HTMLAttributes<HTMLDivElement> & {
  picture: HTMLCanvasElement;
  viewId: string | null;
  onRemoved: () => void;
};

/** A picture as it stood when it was taken, marked with who looks; what a hand does on it lies over it. */
export function MarkedStill(props: MarkedStillProps) {
  const { picture, viewId, onRemoved, children, ...rest } = props;
  const stage = useMarkOverlay({ looker: useLooker(), viewId }, onRemoved);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    holder.current?.replaceChildren(picture);
  }, [picture]);
  return (
    <div
      {...rest}
      ref={stage}
      className={styles.frame}
      style={{ aspectRatio: picture.width / picture.height }}
    >
      <div ref={holder} className={styles.holder} />
      {children}
    </div>
  );
}

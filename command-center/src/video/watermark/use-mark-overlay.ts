import { useEffect, useEffectEvent, useRef } from 'react';
import { MarkOverlay } from './mark-overlay.ts';
import type { Looker } from './watermark-words.ts';

/** Marks what plays in the element; `viewId` null while nothing does. */
export function useMarkOverlay(
  marked: { looker: Looker | null; viewId: string | null },
  onRemoved: () => void,
): React.RefObject<HTMLDivElement | null> {
  const stage = useRef<HTMLDivElement>(null);
  const removed = useEffectEvent(onRemoved);
  const { looker, viewId } = marked;
  const { name = null, unit = '' } = looker ?? {};
  useEffect(() => {
    if (stage.current === null || name === null || viewId === null) return;
    const overlay = new MarkOverlay(stage.current, { looker: { name, unit }, viewId }, () =>
      removed(),
    );
    return () => overlay.close();
  }, [name, unit, viewId]);
  return stage;
}

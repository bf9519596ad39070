import { useMemo } from 'react';
import { useViewer } from '#gis/use-viewer.ts';
import type { Looker } from '#video/watermark/watermark-words.ts';

/** Whose name and unit stand in the watermark; null until it is known who is signed in. */
export function useLooker(): Looker | null {
  const { viewer } = useViewer();
  const name = viewer?.displayName ?? null;
  const unit = viewer?.area.name ?? '';
  return useMemo(() => (name === null ? null : { name, unit }), [name, unit]);
}

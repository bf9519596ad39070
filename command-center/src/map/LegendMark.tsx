import { useEffect, useState } from 'react';
import { Mark } from '#ui/Mark.tsx';
import type { LegendEntry } from './layer.ts';
import { loadMapSymbols, type MapSymbols } from './map-symbols.ts';
import { symbolBox } from './mark-image.ts';

/** A mark as it stands on the map: the shape of its state and, where that tells it apart, the symbol inside. */
export function LegendMark({ shape, color, icon }: Omit<LegendEntry, 'words'>) {
  const symbols = useMapSymbols();
  const symbol = icon === undefined ? undefined : symbols?.get(icon);
  if (!symbol || shape === 'line' || shape === 'fill' || shape === 'cone' || shape === 'ring') {
    return <Mark shape={shape} color={color} />;
  }
  const { x, y, size } = symbolBox(shape, 16);
  const [left, top, width, height] = symbol.viewBox;
  const scale = size / Math.max(width, height);
  return (
    <Mark shape={shape} color={color}>
      <g
        fill="var(--on-state)"
        fillRule="evenodd"
        transform={`translate(${x} ${y}) scale(${scale}) translate(${-left} ${-top})`}
      >
        {symbol.paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </Mark>
  );
}

/** Null until they are there, and where they cannot be had: shape and words stand for themselves. */
function useMapSymbols(): MapSymbols | null {
  const [symbols, setSymbols] = useState<MapSymbols | null>(null);
  useEffect(() => {
    let gone = false;
    loadMapSymbols().then(
      (loaded) => gone || setSymbols(loaded),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  return symbols;
}

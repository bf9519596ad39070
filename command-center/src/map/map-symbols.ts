/** The shapes of all symbols, read once from the tile server and drawn in any colour. */
type SymbolShape = { viewBox: [number, number, number, number]; paths: string[] };

export type MapSymbols = ReadonlyMap<string, SymbolShape>;

let loading: Promise<MapSymbols> | null = null;

export function loadMapSymbols(): Promise<MapSymbols> {
  loading ??= fetchSymbols().catch((cause: unknown) => {
    // Asked again at the next use: marks are drawn without their symbols until then.
    loading = null;
    throw cause;
  });
  return loading;
}

async function fetchSymbols(): Promise<MapSymbols> {
  const response = await fetch('/tiles/symbols/symbols.json');
  if (!response.ok) throw new Error(`symbols.json: ${response.status}`);
  return new Map(Object.entries((await response.json()) as Record<string, SymbolShape>));
}

/** Fills a symbol into a square of the canvas; a name that is not known draws nothing. */
export function drawSymbol(
  context: CanvasRenderingContext2D,
  shape: SymbolShape | undefined,
  box: { x: number; y: number; size: number },
): void {
  if (!shape) return;
  const [left, top, width, height] = shape.viewBox;
  const scale = box.size / Math.max(width, height);
  context.save();
  context.translate(box.x, box.y);
  context.scale(scale, scale);
  context.translate(-left, -top);
  for (const path of shape.paths) context.fill(new Path2D(path), 'evenodd');
  context.restore();
}

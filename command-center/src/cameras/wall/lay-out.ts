/** Where the tiles of a wall stand, as large as they can be at 16:9: all alike, or one large and the others beside it. */
export type Box = { x: number; y: number; width: number; height: number };
export type Room = { width: number; height: number; gap: number };

const aspect = 16 / 9;
/** Of the room, for the large tile; the others share the rest. */
const largeShare = 0.78;
const upright = 1.2;
const veryWide = 2.2;

export function layOut(count: number, large: number | null, room: Room): Box[] {
  if (count === 0 || room.width <= 0 || room.height <= 0) return [];
  if (large === null || count === 1) return grid(count, { ...room, x: 0, y: 0 });
  return oneLarge(count, large, room);
}

type Area = Room & { x: number; y: number };

function grid(count: number, area: Area): Box[] {
  const columns = bestColumns(count, area);
  const rows = Math.ceil(count / columns);
  const { width, height } = tileSize({ columns, rows }, area);
  const top = area.y + (area.height - rows * height - (rows - 1) * area.gap) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = area.x + (area.width - inRow * width - (inRow - 1) * area.gap) / 2;
    const column = index - row * columns;
    return {
      x: Math.round(left + column * (width + area.gap)),
      y: Math.round(top + row * (height + area.gap)),
      width,
      height,
    };
  });
}

function oneLarge(count: number, large: number, room: Room): Box[] {
  const shape = room.width / room.height;
  if (shape < upright || shape > veryWide) return besideLarge(count, large, room);
  return aroundLarge(count, large, room);
}

/** The large tile leaves a column at its right and a row below it, as control rooms know it. */
function aroundLarge(count: number, large: number, room: Room): Box[] {
  const { gap } = room;
  const cells = Math.max(3, Math.ceil(count / 2));
  const { width, height } = tileSize({ columns: cells, rows: cells }, { ...room, x: 0, y: 0 });
  const left = (room.width - cells * width - (cells - 1) * gap) / 2;
  const top = (room.height - cells * height - (cells - 1) * gap) / 2;
  const at = (column: number, row: number, span = 1): Box => ({
    x: Math.round(left + column * (width + gap)),
    y: Math.round(top + row * (height + gap)),
    width: span * width + (span - 1) * gap,
    height: span * height + (span - 1) * gap,
  });
  const boxes = Array.from({ length: count - 1 }, (_, index) =>
    index < cells ? at(cells - 1, index) : at(index - cells, cells - 1),
  );
  boxes.splice(large, 0, at(0, 0, cells - 1));
  return boxes;
}

/** On a wall of several screens the others stand at its side, on an upright one below. */
function besideLarge(count: number, large: number, room: Room): Box[] {
  const isWide = room.width > room.height;
  const share = (length: number) => Math.floor((length - room.gap) * largeShare);
  const main: Area = isWide
    ? { ...room, x: 0, y: 0, width: Math.min(share(room.width), Math.floor(room.height * aspect)) }
    : {
        ...room,
        x: 0,
        y: 0,
        height: Math.min(share(room.height), Math.floor(room.width / aspect)),
      };
  const rest: Area = isWide
    ? { ...room, x: main.width + room.gap, y: 0, width: room.width - main.width - room.gap }
    : { ...room, x: 0, y: main.height + room.gap, height: room.height - main.height - room.gap };
  const boxes = grid(count - 1, rest);
  boxes.splice(large, 0, ...grid(1, main));
  return boxes;
}

function bestColumns(count: number, area: Area): number {
  let best = 1;
  for (let columns = 1; columns <= count; columns += 1) {
    const size = (each: number) =>
      tileSize({ columns: each, rows: Math.ceil(count / each) }, area).width;
    if (size(columns) > size(best)) best = columns;
  }
  return best;
}

function tileSize({ columns, rows }: { columns: number; rows: number }, area: Area) {
  const width = (area.width - (columns - 1) * area.gap) / columns;
  const height = (area.height - (rows - 1) * area.gap) / rows;
  const fit = Math.floor(Math.min(width, height * aspect));
  return { width: fit, height: Math.floor(fit / aspect) };
}

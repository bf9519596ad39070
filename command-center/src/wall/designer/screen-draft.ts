/** Screens as the designer has them in hand, until they are saved. */
import { around, type ScreenPlace } from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { rectOf } from '../desk/push-things.ts';

export type ScreenDraft = ScreenPlace & {
  /** Made by the page for a screen that is new. */
  id: string;
  name: string;
  /** Of the screen as it was opened; 0 for a new one. */
  version: number;
};

/** Usual sizes: lit picture in millimetres, frame, pixels. */
export const screenKinds = [
  { id: 'panel-55', widthMm: 1_210, heightMm: 681, bezelMm: 2, widthPx: 1_920, heightPx: 1_080 },
  { id: 'panel-55-4k', widthMm: 1_210, heightMm: 681, bezelMm: 2, widthPx: 3_840, heightPx: 2_160 },
  {
    id: 'ultrawide-21',
    widthMm: 1_650,
    heightMm: 707,
    bezelMm: 6,
    widthPx: 2_520,
    heightPx: 1_080,
  },
  { id: 'wide-32', widthMm: 2_430, heightMm: 684, bezelMm: 8, widthPx: 3_840, heightPx: 1_080 },
  { id: 'led-32', widthMm: 9_600, heightMm: 2_700, bezelMm: 0, widthPx: 7_680, heightPx: 2_160 },
] as const;

export function draftOf(screen: ScreenFieldsFragment): ScreenDraft {
  const { id, name, version, bezelMm, widthPx, heightPx } = screen;
  return { id, name, version, bezelMm, widthPx, heightPx, rect: rectOf(screen) };
}

/** A new one hangs at the right of all that hang already, frame to frame. */
export function newScreen(
  kind: (typeof screenKinds)[number],
  drafts: readonly ScreenDraft[],
  name: string,
): ScreenDraft {
  const { widthMm, heightMm, bezelMm, widthPx, heightPx } = kind;
  const whole = around(drafts.map(({ rect }) => rect));
  const last = drafts.at(-1);
  const leftMm = whole === null ? 0 : whole.leftMm + whole.widthMm + (last?.bezelMm ?? 0) + bezelMm;
  const rect = { leftMm, topMm: whole?.topMm ?? 0, widthMm, heightMm };
  return { id: `new-${crypto.randomUUID()}`, name, version: 0, rect, bezelMm, widthPx, heightPx };
}

export const isNew = ({ version }: ScreenDraft): boolean => version === 0;

const isSamePlace = (a: ScreenDraft, b: ScreenDraft): boolean =>
  a.name === b.name &&
  a.bezelMm === b.bezelMm &&
  a.widthPx === b.widthPx &&
  a.heightPx === b.heightPx &&
  a.rect.leftMm === b.rect.leftMm &&
  a.rect.topMm === b.rect.topMm &&
  a.rect.widthMm === b.rect.widthMm &&
  a.rect.heightMm === b.rect.heightMm;

/** What is to be saved: new ones, and those that are not as they were opened. */
export function changedDrafts(
  drafts: readonly ScreenDraft[],
  opened: readonly ScreenDraft[],
): ScreenDraft[] {
  return drafts.filter((draft) => {
    const before = opened.find(({ id }) => id === draft.id);
    return before === undefined || !isSamePlace(draft, before);
  });
}

/** What others saved meanwhile comes in; what is in hand stays in hand. */
export function broughtUpToDate(
  drafts: readonly ScreenDraft[],
  opened: readonly ScreenDraft[],
  now: readonly ScreenDraft[],
): ScreenDraft[] {
  const inHand = changedDrafts(drafts, opened);
  const kept = now.map((screen) => inHand.find(({ id }) => id === screen.id) ?? screen);
  return [...kept, ...inHand.filter(isNew)];
}

/** Square pixels keep a circle round: how far they are from it, 0 where they are square. */
export function pixelSkew({ rect, widthPx, heightPx }: ScreenPlace): number {
  return Math.abs(rect.widthMm / widthPx / (rect.heightMm / heightPx) - 1);
}
export const toldSkew = 0.02;

/** 16:9, 21:9, 32:9 where it is one of them, else as a decimal to one. */
export function aspectWords(widthMm: number, heightMm: number): string {
  const aspect = widthMm / heightMm;
  const known = [
    [16 / 9, '16:9'],
    [21 / 9, '21:9'],
    [32 / 9, '32:9'],
    [48 / 9, '48:9'],
    [9 / 16, '9:16'],
    [4 / 3, '4:3'],
  ] as const;
  const [, words] = known.find(([value]) => Math.abs(aspect / value - 1) < 0.012) ?? [];
  return words ?? `${aspect.toFixed(2)}:1`;
}

/** 摄像机使用 on paper, as on the screen: counts, and nobody's name. */
import type { CameraUseGroupRecord } from '#camera-use/camera-use.ts';
import type { Cell, Section } from './paper.ts';
import type { PaperWords } from './paper-words.ts';

type UseTold = { whole: CameraUseGroupRecord; groups: readonly CameraUseGroupRecord[] };
export type CameraUseTold = { areas: UseTold; platforms: UseTold };

export function cameraUseSections(told: CameraUseTold, words: PaperWords): Section[] {
  const { cameraUse } = words;
  return [
    useSection(cameraUse.byArea, told.areas, words),
    useSection(cameraUse.byPlatform, told.platforms, words),
  ];
}

const nameShare = 0.28;

function useSection(heading: string, { whole, groups }: UseTold, words: PaperWords): Section {
  const { columns, ofPurpose, purposes: names } = words.cameraUse;
  const purposes = whole.purposes.map(({ purpose }) => purpose);
  const titles = [
    ...[columns.cameras, columns.unwatched, columns.looks, columns.minutes],
    ...purposes.map((purpose) => ofPurpose((names as Record<string, string>)[purpose] ?? purpose)),
  ];
  const share = (1 - nameShare) / titles.length;
  const rowOf = (name: string, group: CameraUseGroupRecord): Cell[] => [
    name,
    ...[group.cameras, group.unwatched, group.looks, group.minutes],
    ...purposes.map(
      (purpose) => group.purposes.find((each) => each.purpose === purpose)?.looks ?? 0,
    ),
  ];
  return {
    heading,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: columns.name, share: nameShare },
          ...titles.map((title) => ({ title, share, align: 'right' as const })),
        ],
        rows: [
          ...groups.map((group) => rowOf(group.name ?? columns.none, group)),
          rowOf(columns.whole, whole),
        ],
      },
    ],
  };
}

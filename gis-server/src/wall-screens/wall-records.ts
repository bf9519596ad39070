import type { ScreenPlace, WallContent, WallShowing } from 'grid-data';

export type WallScreenRecord = ScreenPlace & {
  id: string;
  name: string;
  areaCode: string;
  deviceId: string | null;
  pairedAt: Date | null;
  pairedBy: string | null;
  changedBy: string;
  changedAt: Date;
  version: number;
};

export type WallShowingRecord = WallShowing & { areaCode: string };

export type WallScheduleRecord = {
  id: string;
  sceneId: string;
  areaCode: string;
  minuteOfDay: number;
  days: number[];
};

export type WallSceneRecord = {
  id: string;
  name: string;
  areaCode: string;
  draft: WallContent;
  published: WallContent | null;
  publishedVersion: number | null;
  changedBy: string;
  changedAt: Date;
  version: number;
};

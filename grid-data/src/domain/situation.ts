/** 态势: which numbers a commander reads, on which panels they stand, and who sees which panel. */
import type { Role } from './roles.ts';

export const figureSubjects = [
  'incidents',
  'cameras',
  'units',
  'cityComponents',
  'duties',
] as const;
export type FigureSubject = (typeof figureSubjects)[number];

/** Hours since the report at which one band of ages ends and the next begins. */
export const ageBands = [
  { id: 'age-1h', fromHours: 0, toHours: 1 },
  { id: 'age-4h', fromHours: 1, toHours: 4 },
  { id: 'age-1d', fromHours: 4, toHours: 24 },
  { id: 'age-3d', fromHours: 24, toHours: 72 },
  { id: 'age-older', fromHours: 72, toHours: null },
] as const;

/** Before its limit ends a case is named. */
export const dueSoonHours = 4;
/** Round an incident: a walk of a quarter of an hour. */
export const aroundIncidentMeters = 1_000;

/** The big classes of city components (GB/T 30428.2): the first two digits of a class. */
export const componentThemes = ['01', '02', '03', '04', '05'] as const;

export const situationFigures = {
  open: 'incidents',
  'open-grade-1': 'incidents',
  'open-grade-2': 'incidents',
  'open-grade-3': 'incidents',
  'open-grade-4': 'incidents',
  'age-1h': 'incidents',
  'age-4h': 'incidents',
  'age-1d': 'incidents',
  'age-3d': 'incidents',
  'age-older': 'incidents',
  unacknowledged: 'incidents',
  overdue: 'incidents',
  'due-soon': 'incidents',
  suspended: 'incidents',
  'limit-met': 'incidents',
  'limit-missed': 'incidents',
  'reported-today': 'incidents',
  'reported-yesterday': 'incidents',
  'closed-today': 'incidents',
  'closed-yesterday': 'incidents',
  'grave-today': 'incidents',
  'grave-yesterday': 'incidents',
  'cameras-online': 'cameras',
  'cameras-offline': 'cameras',
  'cameras-unknown': 'cameras',
  'units-on-duty': 'units',
  'units-silent': 'units',
  'components-01': 'cityComponents',
  'components-02': 'cityComponents',
  'components-03': 'cityComponents',
  'components-04': 'cityComponents',
  'components-05': 'cityComponents',
  'duty-leader': 'duties',
  'duty-shift-leader': 'duties',
} as const satisfies Record<string, FigureSubject>;
export type SituationFigureId = keyof typeof situationFigures;

export const situationFigureIds = Object.keys(situationFigures) as SituationFigureId[];

export const situationPanels = [
  'today', // 今日要情
  'decisions', // 待决事项
  'grades', // 未结问题分级
  'ages', // 未结问题时长
  'areas', // 各地未结
  'limits', // 时限
  'cameras', // 摄像机在线
  'units', // 力量
  'themes', // 城市部件
  'city-themes', // 专题指标 of other systems
  'duty', // 值班
] as const;
export type SituationPanel = (typeof situationPanels)[number];

export function isSituationPanel(word: string): word is SituationPanel {
  return situationPanels.some((panel) => panel === word);
}

const forOperators: readonly SituationPanel[] = [
  'grades',
  'ages',
  'areas',
  'limits',
  'cameras',
  'units',
  'themes',
  'city-themes',
  'duty',
];
const forLeaders: readonly SituationPanel[] = [
  'today',
  'decisions',
  'grades',
  'limits',
  'areas',
  'cameras',
  'units',
  'city-themes',
  'duty',
];

/** What a role comes with until a center arranges it otherwise. */
export function panelsOfRole(role: Role): readonly SituationPanel[] {
  if (role === 'leader') return forLeaders;
  if (role === 'department') return ['grades', 'ages', 'limits', 'areas'];
  return forOperators;
}

/** Whose hall opens on the numbers: who decides asks how it stands, who acts asks where. */
export function beginsWithSituation(role: Role): boolean {
  return role === 'leader';
}

/** Figures about what the city owns instead of cases: each row behind them is a city component or a camera. */
import type { FormulaWords } from './evaluation.ts';

export type EquipmentKind = 'city-component' | 'camera';
export type EquipmentFormula = FormulaWords & { rowsAre: EquipmentKind };

export const equipmentFormulas: readonly EquipmentFormula[] = [
  {
    key: 'component-intact-rate',
    version: 1,
    post: 'department',
    rowsAre: 'city-component',
    nameZh: '部件完好率',
    nameEn: 'Components intact',
    textZh: '部件完好率 = 完好部件 ÷ 全部部件（按统计时的状态，不分期间）',
    textEn: 'Intact ÷ all city components, as they stand when it is counted, whatever the period',
    unit: 'percent',
  },
  {
    key: 'camera-online-rate',
    version: 1,
    post: 'center',
    rowsAre: 'camera',
    nameZh: '摄像机在线率',
    nameEn: 'Cameras online',
    textZh: '摄像机在线率 = 期内在线分钟 ÷ 期内应在线分钟（只计有巡检记录的时间）',
    textEn: 'Minutes online ÷ minutes planned in the period, of the time in which it was looked',
    unit: 'percent',
  },
];

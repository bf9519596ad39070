/** The words of papers, in the languages of the house. */
export const paperLanguages = ['zh-CN', 'en'] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

const chinese = {
  stretch: (from: string, to: string) => `期间：${from} 至 ${to}`,
  made: (by: string, at: string) => `制作：${by}，${at}`,
  unit: { percent: ' (%)', count: ' (件)', minutes: ' (分钟)' },
  evaluation: {
    title: (area: string) => `${area}综合评价`,
    figures: '指标',
    byDepartment: '按部门',
    byArea: '按区域',
    columns: {
      figure: '指标',
      name: '名称',
      value: '数值',
      counted: '分子',
      among: '分母',
      formula: '公式',
      version: '版本',
    },
  },
};
export type PaperWords = typeof chinese;

const english: PaperWords = {
  stretch: (from, to) => `From ${from} to ${to}`,
  made: (by, at) => `Made by ${by}, ${at}`,
  unit: { percent: ' (%)', count: '', minutes: ' (min)' },
  evaluation: {
    title: (area) => `Evaluation of ${area}`,
    figures: 'Figures',
    byDepartment: 'By department',
    byArea: 'By area',
    columns: {
      figure: 'Figure',
      name: 'Name',
      value: 'Value',
      counted: 'Counted',
      among: 'Among',
      formula: 'Formula',
      version: 'Version',
    },
  },
};

export const paperWords: Record<PaperLanguage, PaperWords> = { 'zh-CN': chinese, en: english };

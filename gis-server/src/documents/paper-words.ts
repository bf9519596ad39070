/** The words of papers, in the languages of the house. */
import { caseWords } from 'grid-data';

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
  scorecard: {
    title: (month: string) => `成绩单 ${month}`,
    columns: { rank: '名次', rankBefore: '上月名次', score: '得分', grade: '等级' },
    trend: '近半年得分',
  },
  cameraUse: {
    byArea: '摄像机使用 按区域',
    byPlatform: '摄像机使用 按平台',
    columns: {
      name: '名称',
      cameras: '摄像机',
      unwatched: '从未调阅',
      looks: '调阅次数',
      minutes: '调阅分钟',
      none: '未划分',
      whole: '合计',
    },
    ofPurpose: (purpose: string) => `${purpose} (次)`,
    purposes: {
      'public-security': '治安防控',
      traffic: '交通管理',
      'city-management': '城市管理',
      'campus-safety': '校园安全',
      'flood-control': '防汛',
      'forest-fire': '森林防火',
      emergency: '应急处置',
      'break-glass': '破窗查看',
    },
  },
  caseFile: {
    title: (title: string) => `案卷：${title}`,
    number: (name: string) => `案卷编号：${name}`,
    facts: '基本情况',
    clock: '时限',
    place: '位置',
    pictures: '照片',
    history: '办理经过',
    noPictures: '没有照片。',
    plan: (address: string, illustrative: boolean) =>
      `${address}，上方为北${illustrative ? '，底图为示意' : ''}`,
    labels: {
      class: '类别',
      state: '状态',
      grade: '等级',
      source: '来源',
      area: '区域',
      address: '地址',
      position: '坐标',
      department: '处置部门',
      description: '描述',
    },
    clockLabels: {
      reported: '上报',
      registered: '立案',
      dispatched: '派遣',
      limit: '时限',
      due: '应处置',
      feedback: '反馈',
      closeDue: '应结案',
      closed: '结案',
      reworks: '返工次数',
      returns: '退回次数',
    },
    units: {
      'urgent-hour': '紧急工作时',
      'work-hour': '工作时',
      'work-day': '工作日',
      'natural-day': '自然日',
    },
    columns: { at: '时间', act: '办理', by: '办理人', note: '说明' },
    kinds: {
      'incident.reported': '上报',
      'incident.moved': '办理',
      'incident.acknowledged': '签收',
      'incident.instructed': '批示',
      'incident.instruction-received': '批示已收',
      'incident.photographed': '照片',
      'incident.left-department': '转出部门',
      'incident.left-area': '转出区域',
      'incident.corrected': '更正内容',
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
  scorecard: {
    title: (month) => `Scorecard ${month}`,
    columns: { rank: 'Rank', rankBefore: 'Month before', score: 'Score', grade: 'Grade' },
    trend: 'score of half a year',
  },
  cameraUse: {
    byArea: 'Camera use by area',
    byPlatform: 'Camera use by platform',
    columns: {
      name: 'Name',
      cameras: 'Cameras',
      unwatched: 'Never looked at',
      looks: 'Looks',
      minutes: 'Minutes',
      none: 'Of none',
      whole: 'All together',
    },
    ofPurpose: (purpose) => `${purpose} (looks)`,
    purposes: {
      'public-security': 'public order',
      traffic: 'traffic',
      'city-management': 'city management',
      'campus-safety': 'campus safety',
      'flood-control': 'flood control',
      'forest-fire': 'forest fire',
      emergency: 'emergency',
      'break-glass': 'glass broken',
    },
  },
  caseFile: {
    title: (title) => `Case file: ${title}`,
    number: (name) => `Case number: ${name}`,
    facts: 'Facts',
    clock: 'Clock',
    place: 'Place',
    pictures: 'Photos',
    history: 'What was done',
    noPictures: 'No photos.',
    plan: (address, illustrative) =>
      `${address}; north is up${illustrative ? '; the ground is illustrative' : ''}`,
    labels: {
      class: 'Class',
      state: 'State',
      grade: 'Grade',
      source: 'Source',
      area: 'Area',
      address: 'Address',
      position: 'Position',
      department: 'Department',
      description: 'Description',
    },
    clockLabels: {
      reported: 'Reported',
      registered: 'Registered',
      dispatched: 'Dispatched',
      limit: 'Limit',
      due: 'Disposal due',
      feedback: 'Fed back',
      closeDue: 'Closing due',
      closed: 'Closed',
      reworks: 'Reworks',
      returns: 'Returns',
    },
    units: {
      'urgent-hour': 'urgent hours',
      'work-hour': 'working hours',
      'work-day': 'working days',
      'natural-day': 'days',
    },
    columns: { at: 'At', act: 'Act', by: 'By', note: 'Note' },
    kinds: {
      'incident.reported': 'Reported',
      'incident.moved': 'Moved',
      'incident.acknowledged': 'Acknowledged',
      'incident.instructed': 'Instructed',
      'incident.instruction-received': 'Instruction received',
      'incident.photographed': 'Photos',
      'incident.left-department': 'Left the department',
      'incident.left-area': 'Left the area',
      'incident.corrected': 'What was corrected',
    },
  },
};

export const paperWords: Record<PaperLanguage, PaperWords> = { 'zh-CN': chinese, en: english };

/** States, moves and sources as the screens of the house name them; a word that is not known stands as it is. */
export function wordsOfCase(language: PaperLanguage) {
  const {
    state,
    move,
    source,
  }: Record<'state' | 'move' | 'source', Record<string, string>> = caseWords[language];
  const kinds: Record<string, string> = paperWords[language].caseFile.kinds;
  return {
    state: (word: string) => state[word] ?? word,
    move: (word: string) => (word === 'report' ? state['reported']! : (move[word] ?? word)),
    source: (word: string) => source[word] ?? word,
    kind: (word: string) => kinds[word] ?? word,
  };
}

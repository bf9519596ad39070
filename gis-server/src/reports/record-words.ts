/** The words of the records that a center keeps by hand: the log of a duty. */
import type { PaperLanguage } from '#documents/paper-words.ts';

const chinese = {
  dutyLog: {
    title: (area: string, from: string) => `${area}值班日志 ${from}`,
    stretch: (from: string, to: string) => `值班时间：${from} 至 ${to}`,
    lasting: '尚未交班',
    onDuty: '值班信息',
    onDutyColumns: ['岗位', '姓名', '到岗', '离岗'],
    nobody: '无人签到。',
    stillThere: '在岗',
    posts: { leader: '带班领导', 'shift-leader': '值班长' },
    log: '值班日志',
    logColumns: { at: '时间', what: '事项', by: '记录人', text: '内容' },
    nothing: '无记录。',
    grade: (grade: number) => `${grade} 级`,
    struck: (by: string, why: string) => `（已划去：${by}，${why}）`,
    handover: '交接班',
    handedOver: '交班人',
    handedOverAt: '交班时间',
    takenOver: '接班人',
    takenOverAt: '接班时间',
    summary: '交班小结',
    sha256: '内容校验 (SHA-256)',
    kinds: {
      entry: '记事',
      'incident.reported': '重大案件上报',
      'incident.closed': '重大案件结案',
      'incident.instructed': '领导批示',
      'incident.instruction-received': '批示签收',
      'shift-note.written': '交接班记录',
      'shift-note.taken': '接收交接班记录',
      'duty.signed-in': '值班签到',
      'duty.signed-out': '值班签退',
    },
  },
};
export type RecordWords = typeof chinese;

const english: RecordWords = {
  dutyLog: {
    title: (area, from) => `Duty log of ${area}, ${from}`,
    stretch: (from, to) => `On duty from ${from} to ${to}`,
    lasting: 'not handed over yet',
    onDuty: 'On duty',
    onDutyColumns: ['Post', 'Name', 'From', 'To'],
    nobody: 'Nobody signed in.',
    stillThere: 'on duty',
    posts: { leader: 'Leader', 'shift-leader': 'Shift leader' },
    log: 'Log',
    logColumns: { at: 'At', what: 'What', by: 'By', text: 'Words' },
    nothing: 'Nothing was written.',
    grade: (grade) => `grade ${grade}`,
    struck: (by, why) => `(struck out by ${by}: ${why})`,
    handover: 'Handover',
    handedOver: 'Handed over by',
    handedOverAt: 'Handed over at',
    takenOver: 'Taken over by',
    takenOverAt: 'Taken over at',
    summary: 'Summary',
    sha256: 'Hash of what it says (SHA-256)',
    kinds: {
      entry: 'Entry',
      'incident.reported': 'Grave case reported',
      'incident.closed': 'Grave case closed',
      'incident.instructed': 'Instruction',
      'incident.instruction-received': 'Instruction received',
      'shift-note.written': 'Note to the next shift',
      'shift-note.taken': 'Note taken',
      'duty.signed-in': 'On duty',
      'duty.signed-out': 'Off duty',
    },
  },
};

export const recordWords: Record<PaperLanguage, RecordWords> = { 'zh-CN': chinese, en: english };

/** A rule while its sentence is written: what may stand in it, what comes and goes. */
import {
  firstLinkageRule,
  type LinkageEffect,
  type LinkageEffectKind,
  type LinkageRule,
  type LinkageTrigger,
} from 'grid-data';

export const triggerKinds = [
  'incident',
  'camera',
  'unit',
  'time',
] as const satisfies readonly LinkageTrigger['kind'][];

/** Conditions that a sentence has only where somebody wants them. */
export const conditions = ['classes', 'grades', 'sources', 'during', 'quiet'] as const;
export type Condition = (typeof conditions)[number];

const emptyTriggers: { [Kind in LinkageTrigger['kind']]: LinkageTrigger & { kind: Kind } } = {
  incident: { kind: 'incident', happening: 'reported', classCodes: [], grades: [], sources: [] },
  camera: { kind: 'camera', becomes: ['offline'] },
  unit: { kind: 'unit', happening: 'enters', unitKinds: [], minutes: 30 },
  time: { kind: 'time', at: '08:00', weekdays: [] },
};

export const wholeNight = { from: '22:00', to: '07:00', weekdays: [] };

export function newRule(): LinkageRule {
  return { ...firstLinkageRule, effects: [{ kind: 'focus' }] };
}

/** Another trigger keeps where, when and what is done; what no longer fits is named at its place. */
export function changeTrigger(rule: LinkageRule, kind: LinkageTrigger['kind']): LinkageRule {
  return kind === rule.when.kind ? rule : { ...rule, when: emptyTriggers[kind] };
}

/** Whether a condition says something; one that was added stands there empty. */
export function isSet({ when, during, quiet }: LinkageRule, condition: Condition): boolean {
  switch (condition) {
    case 'during':
      return during.length > 0;
    case 'quiet':
      return quiet !== null;
    case 'classes':
      return when.kind === 'incident' && when.classCodes.length > 0;
    case 'grades':
      return when.kind === 'incident' && when.grades.length > 0;
    case 'sources':
      return when.kind === 'incident' && when.sources.length > 0;
  }
}

export function mayHave({ when }: LinkageRule, condition: Condition): boolean {
  return condition === 'during' || condition === 'quiet' || when.kind === 'incident';
}

export function withCondition(rule: LinkageRule, condition: Condition): LinkageRule {
  if (condition === 'during')
    return { ...rule, during: [{ ...wholeNight, from: '08:00', to: '20:00' }] };
  if (condition === 'quiet') return { ...rule, quiet: wholeNight };
  return rule;
}

export function withoutCondition(rule: LinkageRule, condition: Condition): LinkageRule {
  if (condition === 'during') return { ...rule, during: [] };
  if (condition === 'quiet') return { ...rule, quiet: null };
  if (rule.when.kind !== 'incident') return rule;
  const field = condition === 'classes' ? 'classCodes' : condition;
  return { ...rule, when: { ...rule.when, [field]: [] } };
}

/** What an action says before anybody has chosen; the ids of scene and class are the first there are. */
export function newEffect(
  kind: LinkageEffectKind,
  { sceneId, classCode }: { sceneId: string; classCode: string },
): LinkageEffect {
  switch (kind) {
    case 'focus':
      return { kind };
    case 'open-cameras':
      return { kind, first: 4, cameraIds: [] };
    case 'turn-cameras':
      return { kind, withinMeters: 500 };
    case 'show-scene':
      return { kind, sceneId };
    case 'sound':
      return { kind, chime: 'by-grade', muteSeconds: 0 };
    case 'notify':
      return { kind, role: 'on-duty', level: 'rule-area', acknowledge: true };
    case 'request-recording':
      return { kind, minutesBefore: 10, minutesAfter: 10 };
    case 'raise-incident':
      return { kind, classCode, grade: 4 };
  }
}

/** How alarms sound at this screen: quiet for a while, and each class in its own way. What is quiet shows all the same. */
import { createStore, useStore } from '#ui/create-store.ts';

/** `by-rule`: as the rule says that sounds; `grave`: like the gravest; `silent`: not at all. */
export const classSounds = ['by-rule', 'grave', 'silent'] as const;
export type ClassSound = (typeof classSounds)[number];

export type AlarmSounds = {
  /** Milliseconds since 1970; null: not quiet. */
  quietUntil: number | null;
  /** Only classes that sound otherwise than by rule. */
  byClass: Readonly<Record<string, ClassSound>>;
};

const key = 'cloud-eye.alarm-sounds';
const atFirst: AlarmSounds = { quietUntil: null, byClass: {} };

export const alarmSounds = createStore<AlarmSounds>(read());
alarmSounds.subscribe(() => {
  try {
    localStorage.setItem(key, JSON.stringify(alarmSounds.get()));
  } catch {
    // Storage is closed: what was chosen holds until the page is left.
  }
});

export function useAlarmSounds<Part>(select: (state: AlarmSounds) => Part): Part {
  return useStore(alarmSounds, select);
}

export function quietFor(minutes: number, now: number): void {
  alarmSounds.set({ quietUntil: minutes > 0 ? now + minutes * 60_000 : null });
}

export function soundClass(classCode: string, sound: ClassSound): void {
  alarmSounds.set(({ byClass }) => {
    const { [classCode]: _, ...others } = byClass;
    return { byClass: sound === 'by-rule' ? others : { ...others, [classCode]: sound } };
  });
}

/** The grade that an alarm sounds with; null: it makes no sound now. */
export function soundingGrade(
  { quietUntil, byClass }: AlarmSounds,
  { grade, classCode, now }: { grade: number; classCode: string | null; now: number },
): number | null {
  if (quietUntil !== null && now < quietUntil) return null;
  const sound = classCode === null ? 'by-rule' : (byClass[classCode] ?? 'by-rule');
  if (sound === 'silent') return null;
  return sound === 'grave' ? 1 : grade;
}

function read(): AlarmSounds {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<AlarmSounds> | null;
    return { ...atFirst, ...kept };
  } catch {
    // Storage is closed or holds something else: it sounds by rule.
    return atFirst;
  }
}

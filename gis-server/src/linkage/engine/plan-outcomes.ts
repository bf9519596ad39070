/** What a firing does and what it is refused, before it is written down: reads only, changes nothing. */
import type { Duties } from '#access/duties.ts';
import { systemViewer } from '#access/viewer.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import type { CameraService } from '#cameras/service.ts';
import type { IncidentService } from '#incidents/service.ts';
import type { Position } from '#within/within.ts';
import {
  isOpenState,
  isQuiet,
  loudEffects,
  type EffectOutcome,
  type LinkageEffect,
  type LinkageEvent,
  type NoticeLevel,
} from 'grid-data';
import type { FiringRecord, RuleRecord } from '../linkage-record.ts';
import { createOffer, hallOf, type SeenPlace } from './offer-cameras.ts';

/** Later than this nobody wants to be startled by it: the firing is written, the hall is left in peace. */
export const longestDelayMs = 120_000;

export type PlanParts = {
  cameras: CameraService;
  incidents: IncidentService;
  duties: Pick<Duties, 'chargeableDuty'>;
};

export type Plan = {
  outcomes: EffectOutcome[];
  position: Position | null;
};

type Asked = {
  rule: RuleRecord;
  event: LinkageEvent;
  /** What the rule did within its longest pause, oldest first. */
  recent: readonly FiringRecord[];
  now: Date;
};

const done = { state: 'done', refusal: null } as const;
const refused = (kind: LinkageEffect['kind'], refusal: string): EffectOutcome => ({
  kind,
  state: 'refused',
  refusal,
});

export function createPlanner(parts: PlanParts, rootCode: () => Promise<string>) {
  const offer = createOffer(parts);
  const placeOf = async (event: LinkageEvent): Promise<SeenPlace> => {
    const everything = systemViewer();
    if (event.kind === 'camera') {
      const [camera] = await parts.cameras.byId(everything, [event.cameraId]);
      return { position: camera ?? null, ground: null };
    }
    if (event.kind !== 'incident') return { position: event.position, ground: null };
    const [incident] = await parts.incidents.byId(everything, [event.incidentId]);
    if (incident === undefined) return { position: null, ground: null };
    const classes = await parts.incidents.classes(everything);
    const purposes = classes.find(({ code }) => code === incident.classCode)?.purposes ?? [];
    const ground: ViewGround = isOpenState(incident.state)
      ? { kind: 'incident', purposes }
      : { kind: 'incident-closed' };
    return { position: incident.position, ground };
  };

  const notify = async (
    effect: LinkageEffect & { kind: 'notify' },
    { rule, event }: Asked,
    root: string,
  ): Promise<EffectOutcome> => {
    const areaCode = centerOf(effect.level, rule.areaCode || root, event.areaCode);
    if (effect.role === 'on-duty' && (await parts.duties.chargeableDuty(areaCode)) === null) {
      return { ...refused(effect.kind, 'nobody-on-duty'), told: [areaCode] };
    }
    return {
      kind: effect.kind,
      ...done,
      told: [areaCode, effect.role, ...(effect.acknowledge ? ['acknowledge'] : [])],
    };
  };

  return async (asked: Asked): Promise<Plan> => {
    const { rule, event, now } = asked;
    const root = await rootCode();
    const hall = hallOf(rule.areaCode, root);
    const place = await placeOf(event);
    const outcomes: EffectOutcome[] = [];
    for (const effect of rule.rule.effects) {
      const held = heldBack(effect, asked, now);
      if (held !== null) outcomes.push(refused(effect.kind, held));
      else if (effect.kind === 'open-cameras') outcomes.push(await offer(effect, hall, place));
      else if (effect.kind === 'notify') outcomes.push(await notify(effect, asked, root));
      else outcomes.push(plainOutcome(effect, place));
    }
    return { outcomes, position: place.position };
  };
}

/** Why a loud effect keeps still: the hall's quiet hours, a firing that comes late, a rule that has just sounded. */
function heldBack(effect: LinkageEffect, { rule, event, recent }: Asked, now: Date) {
  if (!loudEffects.includes(effect.kind)) return null;
  if (isQuiet(rule.rule, now)) return 'quiet-hours';
  if (now.getTime() - event.at.getTime() > longestDelayMs) return 'too-late';
  if (effect.kind !== 'sound' || effect.muteSeconds === 0) return null;
  const since = now.getTime() - effect.muteSeconds * 1000;
  const sounded = recent.some(
    ({ ruleId, firedAt, outcomes }) =>
      ruleId === rule.id &&
      firedAt.getTime() > since &&
      outcomes.some(({ kind, state }) => kind === 'sound' && state === 'done'),
  );
  return sounded ? 'muted' : null;
}

function plainOutcome(effect: LinkageEffect, { position }: SeenPlace): EffectOutcome {
  const { kind } = effect;
  if (kind === 'sound') return { kind, ...done, chime: effect.chime };
  if (kind === 'focus') return position === null ? refused(kind, 'no-place') : { kind, ...done };
  return { kind, state: 'pending', refusal: null };
}

function centerOf(level: NoticeLevel, ruleArea: string, eventArea: string): string {
  if (level === 'rule-area') return ruleArea;
  return eventArea.slice(0, level === 'township' ? 9 : 12);
}

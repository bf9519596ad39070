/** What a firing does and what it is refused, before it is written down: reads only, changes nothing. */
import type { Duties } from '#access/duties.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import { refusalRule, type CameraService } from '#cameras/service.ts';
import type { IncidentService } from '#incidents/service.ts';
import type { Position } from '#within/within.ts';
import {
  distanceMeters,
  isOpenState,
  isQuiet,
  loudEffects,
  type EffectOutcome,
  type LinkageEffect,
  type LinkageEvent,
  type NoticeLevel,
} from 'grid-data';
import type { FiringRecord, RuleRecord } from '../linkage-record.ts';

/** Later than this nobody wants to be startled by it: the firing is written, the hall is left in peace. */
export const longestDelayMs = 120_000;
/** More than are opened, so that it is seen why the others are not. */
const camerasOffered = 6;

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

type Place = { position: Position | null; ground: ViewGround | null };

const done = { state: 'done', refusal: null } as const;
const refused = (kind: LinkageEffect['kind'], refusal: string): EffectOutcome => ({
  kind,
  state: 'refused',
  refusal,
});

/** The hall of an area: what it may open is charged to whoever is on duty there. */
function hallOf({ areaCode }: RuleRecord, rootCode: string): Viewer {
  const isRoot = areaCode === '';
  return {
    ...systemViewer(),
    userId: 'hall',
    role: 'wall',
    areaCode: isRoot ? rootCode : areaCode,
    scopePrefix: areaCode,
  };
}

export function createPlanner(parts: PlanParts, rootCode: () => Promise<string>) {
  const placeOf = async (event: LinkageEvent): Promise<Place> => {
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

  const offer = async (
    effect: LinkageEffect & { kind: 'open-cameras' },
    hall: Viewer,
    { position, ground }: Place,
  ): Promise<EffectOutcome> => {
    if (position === null || ground === null) return refused(effect.kind, 'no-place');
    const ranked =
      effect.cameraIds.length === 0
        ? await parts.cameras.nearest(hall, { position, ground }, 3_000, camerasOffered)
        : await named(parts, hall, { ids: effect.cameraIds, position, ground });
    const cameras = ranked.map(({ camera, relation, distanceMeters: meters, refusal }) => ({
      cameraId: camera.id,
      relation,
      distanceMeters: Math.round(meters),
      longitude: camera.longitude,
      latitude: camera.latitude,
      refusal,
    }));
    const openable = cameras.filter(({ refusal }) => refusal === null).slice(0, effect.first);
    // Where nobody is on duty the windows open to say so, and show their pictures once somebody is.
    const awaited = cameras.filter(({ refusal }) => refusal === 'nobody-on-duty');
    const others = cameras.filter(({ refusal }) => refusal !== null);
    const shown = openable.length > 0 ? [...openable, ...others] : [...awaited, ...others];
    const why = awaited[0] ?? others[0];
    const refusal = openable.length > 0 ? null : (why?.refusal ?? 'no-camera');
    const kept = [...new Map(shown.map((each) => [each.cameraId, each])).values()];
    return {
      kind: effect.kind,
      state: refusal === null ? 'done' : 'refused',
      refusal,
      cameras: kept.slice(0, camerasOffered),
    };
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
    const hall = hallOf(rule, root);
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

async function named(
  { cameras, duties }: PlanParts,
  hall: Viewer,
  { ids, position, ground }: { ids: readonly string[]; position: Position; ground: ViewGround },
) {
  const present = (await duties.chargeableDuty(hall.areaCode)) !== null;
  const refusalOf = refusalRule(hall, ground, present);
  const rows = await cameras.byId(hall, ids);
  return rows.map((camera) => ({
    camera,
    relation: 'named',
    distanceMeters: distanceMeters(
      [camera.longitude, camera.latitude],
      [position.longitude, position.latitude],
    ),
    refusal: refusalOf(camera),
  }));
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

function plainOutcome(effect: LinkageEffect, { position }: Place): EffectOutcome {
  const { kind } = effect;
  if (kind === 'sound') return { kind, ...done, chime: effect.chime };
  if (kind === 'focus') return position === null ? refused(kind, 'no-place') : { kind, ...done };
  return { kind, state: 'pending', refusal: null };
}

function centerOf(level: NoticeLevel, ruleArea: string, eventArea: string): string {
  if (level === 'rule-area') return ruleArea;
  return eventArea.slice(0, level === 'township' ? 9 : 12);
}

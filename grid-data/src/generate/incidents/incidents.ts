import type { IncidentGrade } from '#domain/incident.ts';
import type { IncidentSource } from '#domain/incident-source.ts';
import { countyCode } from '../areas/area-rows.ts';
import type { IncidentPattern } from '../classes.ts';
import { uuidOf, type Random } from '../random.ts';
import type { GridWorkerRow, IncidentRow, KeyUnitRow } from '../rows.ts';
import { callBackOf, callerOf } from './caller.ts';
import { courseOf } from './incident-course.ts';
import { unitFinder, type UnitFinder } from './unit-of-incident.ts';
import { spotFinder, type IncidentSpot, type SpotSources } from './incident-spots.ts';
import { shanghaiDay, shanghaiHour } from './work-time.ts';

export type IncidentPlan = {
  sources: SpotSources;
  patterns: IncidentPattern[];
  workers: GridWorkerRow[];
  keyUnits: readonly KeyUnitRow[];
  wanted: number;
  now: Date;
};

const daysBack = 30;

/** The last thirty days in the order of reporting, each incident as far on its way as it would be by now. */
export function* makeIncidents(plan: IncidentPlan, random: Random): Generator<IncidentRow> {
  const find = spotFinder(plan.sources, random.fork('spots'));
  const times = reportTimes(plan, random.fork('times'));
  const draw = weighted(plan.patterns, random.fork('classes'));
  const workersOf = Map.groupBy(plan.workers, (worker) => worker.areaCode);
  const unitOf = unitFinder(plan.keyUnits);
  const serials = new Map<string, number>();
  for (const [number, reportedAt] of times.entries()) {
    let pattern = draw();
    let spot = find(pattern.place, pattern.componentClass);
    while (spot === null) {
      pattern = draw();
      spot = find(pattern.place, pattern.componentClass);
    }
    yield incidentRow(
      plan,
      { number, reportedAt, pattern, spot, workersOf, serials, unitOf },
      random,
    );
  }
}

/** More by day than by night; a few in the last hour, so that the hall has work when it opens. */
function reportTimes({ wanted, now }: IncidentPlan, random: Random): Date[] {
  const times: Date[] = [];
  const fresh = Math.min(wanted, 6 + Math.round(wanted * 0.004));
  while (times.length < wanted) {
    const minutes =
      times.length < fresh ? 1 + 55 * random.next() : 60 + random.next() * (daysBack * 1440 - 61);
    const at = new Date(now.getTime() - Math.round(minutes * 60) * 1000);
    const hour = shanghaiHour(at);
    const busy = hour >= 7 && hour < 22 ? 1 : 0.16;
    if (times.length < fresh || random.next() < busy) times.push(at);
  }
  return times.sort((a, b) => a.getTime() - b.getTime());
}

function weighted(patterns: IncidentPattern[], random: Random): () => IncidentPattern {
  const total = patterns.reduce((sum, pattern) => sum + pattern.share, 0);
  return () => {
    let left = random.next() * total;
    for (const pattern of patterns) {
      left -= pattern.share;
      if (left < 0) return pattern;
    }
    return patterns[0]!;
  };
}

type Case = {
  number: number;
  reportedAt: Date;
  pattern: IncidentPattern;
  spot: IncidentSpot;
  workersOf: Map<string, GridWorkerRow[]>;
  serials: Map<string, number>;
  unitOf: UnitFinder;
};

function incidentRow(plan: IncidentPlan, one: Case, random: Random): IncidentRow {
  const { city } = plan.sources;
  const { pattern, spot, reportedAt } = one;
  const place = placeOf(plan, spot);
  const worker = random.pick(one.workersOf.get(place.areaCode)!).accountName;
  const source = sourceOf(pattern, random);
  const reporter = reporterOf(source, worker, random);
  const verified = source === 'public-report' || source === 'hotline';
  const { history, dueAt } = courseOf(
    { pattern, reportedAt, now: plan.now, verified, actors: { reporter, checker: worker } },
    random,
  );
  const last = history.at(-1)!;
  const registered = history.find(({ state }) => state === 'registered');
  const isDispatched = history.some(({ state }) => state === 'dispatched');
  const closedAt = history.find(({ state }) => state === 'closed')?.at ?? null;
  // A stream of its own: who calls shifts nothing else of the city.
  const calls = random.fork(`caller ${one.number}`);
  return {
    id: uuidOf('incident', one.number, city.seed),
    classCode: pattern.code,
    title: pattern.nameZh,
    description: `${spot.address}${pattern.kind === 'component' ? '' : '发现'}${pattern.nameZh}${random.pick(['，请尽快处理', '，影响通行', '，群众反映', ''])}`,
    state: last.state,
    grade: gradeOf(pattern, random),
    ...place,
    source,
    address: spot.address,
    componentCode: spot.component?.code16 ?? null,
    keyUnitId: one.unitOf({ classCode: pattern.code, ...place }),
    departmentCode: isDispatched ? pattern.departmentCode : null,
    reporterAccount: reporter,
    reportedAt,
    history,
    dueAt,
    closedAt,
    caller: callerOf({ source, closedAt }, calls),
    callBack: callBackOf({ source, closedAt }, plan.now, calls),
    caseNo: registered ? caseNumber(registered.at, one.serials) : null,
  };
}

type Placed = Pick<
  IncidentRow,
  'areaCode' | 'unitGridCode' | 'governanceGridCode' | 'longitude' | 'latitude'
>;

/** A component's incident stands where the component stands. */
function placeOf({ sources: { city } }: IncidentPlan, { at, component }: IncidentSpot): Placed {
  const [x, y] = component
    ? city.land.frame.toPoint([component.longitude, component.latitude])
    : at;
  const [longitude, latitude] = component
    ? [component.longitude, component.latitude]
    : city.land.frame.toPosition(x, y);
  const village = city.areas.villages[city.shapes.villageAt(x, y)]!;
  return {
    areaCode: component?.areaCode ?? village.code,
    unitGridCode: component ? component.unitGridCode : city.cells.unitCodeAt(x, y),
    governanceGridCode: city.cells.governanceCodeAt(x, y),
    longitude,
    latitude,
  };
}

function sourceOf(pattern: IncidentPattern, random: Random): IncidentSource {
  const draw = random.next();
  if (pattern.purposes.includes('public-security') && draw < 0.4) return 'emergency-line';
  if (pattern.purposes.includes('flood-control') && draw < 0.3) return 'sensor';
  if (draw < 0.62) return 'grid-worker';
  if (draw < 0.78) return 'hotline';
  if (draw < 0.87) return 'public-report';
  if (draw < 0.95) return 'video-patrol';
  return draw < 0.98 ? 'department' : 'leader';
}

function reporterOf(source: IncidentSource, worker: string, random: Random): string | null {
  if (source === 'sensor') return null;
  if (source === 'grid-worker') return worker;
  if (source === 'video-patrol') return random.next() < 0.7 ? 'duty' : 'town-1';
  return source === 'leader' ? 'leader' : 'acceptor';
}

function gradeOf({ defaultGrade }: IncidentPattern, random: Random): IncidentGrade {
  const graver = random.next() < 0.04 && defaultGrade > 2;
  return (graver ? defaultGrade - 1 : defaultGrade) as IncidentGrade;
}

function caseNumber(at: Date, serials: Map<string, number>): string {
  const day = shanghaiDay(at);
  const serial = (serials.get(day) ?? 0) + 1;
  serials.set(day, serial);
  return `${countyCode}${day}${String(serial).padStart(5, '0')}`;
}

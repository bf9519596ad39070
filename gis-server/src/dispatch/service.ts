/** Where cases go by rule, and which unit goes to one best. */
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import { departmentExists, incidentClass } from '#incidents/queries.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import type { TravelTimeService } from '#travel-times/service.ts';
import { onDutySince, type UnitService } from '#units/service.ts';
import type { UnitRecord } from '#units/unit-record.ts';
import type { Position } from '#within/within.ts';
import {
  dispatchTimes,
  distanceMeters,
  DomainError,
  rankUnits,
  type Clock,
  type DispatchRule,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './queries.ts';
import type { DispatchRuleRecord } from './queries.ts';

type RuleAsked = {
  commandId: string;
  areaCode: string;
  classCode?: string | null;
  during: string;
  departmentCode: string;
};

type Parts = {
  database: Database;
  clock: Clock;
  areas: AreaService;
  units: UnitService;
  travelTimes: TravelTimeService;
};

/** More names are a list, not an advice. */
const mostAdvised = 6;
const unitsLookedAt = 500;
const unitsWeighed = 40;

export type DispatchService = ReturnType<typeof createDispatchService>;

export function createDispatchService(parts: Parts) {
  const { database, clock, areas, units, travelTimes } = parts;
  const read = (viewer: Viewer) =>
    database.inScope(viewer, (db) => queries.dispatchRules(db, viewer));

  return {
    rules: read,

    /** The law of who gets what is the shift leader's, as 立案 is. */
    async save(viewer: Viewer, asked: RuleAsked): Promise<DispatchRuleRecord[]> {
      requirePermission(viewer, 'incident.register');
      const [area] = await areas.byCode(viewer, [asked.areaCode]);
      if (area === undefined) unknownCode('areaCode');
      const rule = {
        areaCode: area.code,
        classCode: takeInText(asked.classCode, 12, 'classCode'),
        during: takeInWord(asked.during, dispatchTimes, 'during'),
        departmentCode: asked.departmentCode,
      };
      const command = { commandId: asked.commandId, kind: 'dispatch-rule.save' };
      await database.command(viewer, command, async (tx) => {
        if (!(await departmentExists(tx, rule.departmentCode))) unknownCode('departmentCode');
        if (rule.classCode !== null && (await incidentClass(tx, rule.classCode)) === null) {
          unknownCode('classCode');
        }
        const id = randomUUID();
        const changed = { changedBy: viewer.displayName, changedAt: clock.now() };
        if (!(await queries.insertDispatchRule(tx, { id, ...rule, ...changed }))) {
          throw new DomainError('conflict', 'a rule answers this already: remove it first', {
            reason: 'rule-exists',
          });
        }
        tx.record({ kind: 'dispatch-rule.saved', ...aboutRule(id, rule), payload: rule });
      });
      return read(viewer);
    },

    async remove(
      viewer: Viewer,
      { commandId, id }: { commandId: string; id: string },
    ): Promise<DispatchRuleRecord[]> {
      requirePermission(viewer, 'incident.register');
      await database.command(viewer, { commandId, kind: 'dispatch-rule.remove' }, async (tx) => {
        const rule = isUuid(id)
          ? await queries.removeDispatchRule(tx, viewer, { id, at: clock.now() })
          : null;
        if (rule === null) {
          throw new DomainError('not-found', 'there is no such rule in your scope', {
            reason: 'unknown-rule',
          });
        }
        tx.record({ kind: 'dispatch-rule.removed', ...aboutRule(id, rule), payload: rule });
      });
      return read(viewer);
    },

    /** By skill, duty, load and time on the road; a department is advised of its own units alone. */
    async unitAdvice(viewer: Viewer, incident: IncidentRecord, departmentCode: string | null) {
      requirePermission(viewer, 'unit.read');
      const { areaCode, classCode, position } = incident;
      const centre = viewer.scopePrefix || areaCode.slice(0, 6);
      const all = await units.within(viewer, {
        within: { areaCode: centre },
        first: unitsLookedAt,
      });
      const own = viewer.role === 'department' ? viewer.departmentCode : null;
      const asked = nearestOf(
        all.filter((unit) => own === null || unit.departmentCode === own),
        position,
      );
      const served = {
        departmentCode: departmentCode ?? own,
        purposes: await database.inScope(
          viewer,
          async (db) => (await incidentClass(db, classCode))?.purposes ?? [],
        ),
      };
      const since = onDutySince(clock.now());
      const names = asked.map(({ name }) => name);
      const loads = await database.inScope(viewer, (db) => queries.loadOf(db, viewer, names));
      const seconds = await travelTimes.secondsBetween(viewer, position, asked.map(placeOf));
      const known = asked.map((unit, index) => ({
        unit,
        kind: unit.kind,
        departmentCode: unit.departmentCode,
        onDuty: unit.positionAt !== null && unit.positionAt >= since,
        load: loads.get(unit.name) ?? 0,
        travelSeconds: seconds[index] ?? null,
      }));
      return rankUnits(known, served).slice(0, mostAdvised);
    },
  };
}

/** Roads are walked for the nearest by air only: each costs a look at all roads. */
function nearestOf(all: readonly UnitRecord[], { longitude, latitude }: Position): UnitRecord[] {
  const far = ({ position }: UnitRecord) =>
    position === null
      ? Infinity
      : distanceMeters([longitude, latitude], [position.longitude, position.latitude]);
  return all.toSorted((a, b) => far(a) - far(b)).slice(0, unitsWeighed);
}

const placeOf = ({ position }: UnitRecord) => position;

const aboutRule = (id: string, { areaCode }: DispatchRule) =>
  ({ areaCode, subjectKind: 'dispatch-rule', subjectId: id }) as const;

function unknownCode(field: string): never {
  throw new DomainError('invalid-input', `${field}: there is no such code`, {
    reason: 'unknown-code',
    details: { field },
  });
}

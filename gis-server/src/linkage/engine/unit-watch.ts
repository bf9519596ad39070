/**
 * Units that enter or leave the areas of a rule, and areas that have had none for too long. Positions do not stand in
 * the journal: what this sees on behalf of a rule does.
 */
import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import type { Clock, LinkageTrigger } from 'grid-data';
import type { RuleRecord } from '../linkage-record.ts';
import { rules } from '../rule-queries.ts';
import { engineViewer } from './hear-events.ts';

export type UnitsNow = () => Iterable<{
  unitId: string;
  longitude: number;
  latitude: number;
  at: Date;
}>;

type UnitTrigger = LinkageTrigger & { kind: 'unit' };
type PlacedUnit = { id: string; kind: string; areaCode: string };
type Seen = { what: UnitTrigger['happening']; unitId: string | null; areaCode: string };

/** A unit that has been silent for longer is nowhere: it neither guards an area nor leaves it. */
const silentAfterMs = 10 * 60_000;

/** What was seen for one rule in one of its areas. */
type AreaState = { inside: Set<string>; emptySince: number | null; told: boolean };

export class UnitWatch {
  readonly #parts: { database: Database; clock: Clock; units: UnitsNow };
  /** By rule, version and area; a rule that was changed begins anew. */
  readonly #states = new Map<string, AreaState>();

  constructor(parts: { database: Database; clock: Clock; units: UnitsNow }) {
    this.#parts = parts;
  }

  async look(): Promise<void> {
    const { database } = this.#parts;
    const known = await database.inScope(engineViewer, (db) => rules(db, engineViewer));
    const waiting = known.filter(
      ({ rule, enabled, stopped }) => rule.when.kind === 'unit' && enabled && stopped === null,
    );
    if (waiting.length === 0) return;
    const placed = await this.#placeUnits();
    for (const rule of waiting) await this.#lookFor(rule, placed);
  }

  async #lookFor(rule: RuleRecord, placed: readonly PlacedUnit[]): Promise<void> {
    const { when } = rule.rule;
    if (when.kind !== 'unit') return;
    const wanted = placed.filter(
      ({ kind }) => when.unitKinds.length === 0 || when.unitKinds.includes(kind),
    );
    const nowMs = this.#parts.clock.now().getTime();
    for (const areaCode of rule.rule.where) {
      const key = `${rule.id} ${rule.version} ${areaCode}`;
      const inside = new Set(
        wanted.filter((unit) => unit.areaCode.startsWith(areaCode)).map(({ id }) => id),
      );
      const before = this.#states.get(key);
      const emptySince = inside.size > 0 ? null : (before?.emptySince ?? nowMs);
      const state = { inside, emptySince, told: inside.size === 0 && (before?.told ?? false) };
      this.#states.set(key, state);
      const seen = seenIn(when, { before, state, nowMs, areaCode });
      for (const each of seen) await this.#notice(rule, each, nowMs);
      if (when.happening === 'absent' && seen.length > 0) state.told = true;
    }
  }

  /**
   * By minute: what two servers see of the same crossing is one row. Its place is the middle of the area that the rule
   * names: where the unit stood is for whoever reads units, and the row for all who see the map.
   */
  async #notice(
    { id }: RuleRecord,
    { what, unitId, areaCode }: Seen,
    nowMs: number,
  ): Promise<void> {
    const minute = Math.floor(nowMs / 60_000);
    const commandId = `linkage-unit:${id}:${what}:${unitId ?? areaCode}:${minute}`;
    const command = { commandId, kind: 'linkage.notice-unit' };
    await this.#parts.database.command(engineViewer, command, async (tx) => {
      const [center] = await tx.query<{ longitude: number; latitude: number }>(
        sql`-- Where is what the rule speaks of?
          select ST_X(center) as longitude, ST_Y(center) as latitude from areas where code = ${areaCode}`,
      );
      tx.record({
        kind: 'linkage.noticed',
        areaCode,
        subjectKind: 'linkage-rule',
        subjectId: id,
        position: center ?? null,
        payload: { ruleId: id, what, unitId },
      });
    });
  }

  async #placeUnits(): Promise<PlacedUnit[]> {
    const { database, clock, units } = this.#parts;
    const since = clock.now().getTime() - silentAfterMs;
    const heard = [...units()].filter(({ at }) => at.getTime() > since);
    if (heard.length === 0) return [];
    return database.inScope(engineViewer, (db) =>
      db.query<PlacedUnit>(sql`-- In which village is each unit?
        select units.id, units.kind, areas.code as "areaCode"
        from unnest(${heard.map(({ unitId }) => unitId)}::text[], ${heard.map(({ longitude }) => longitude)}::float8[],
          ${heard.map(({ latitude }) => latitude)}::float8[]) as heard (id, longitude, latitude)
        join units on units.id = heard.id
        join areas on areas.level = 'village'
          and ST_Covers(areas.outline, ST_SetSRID(ST_MakePoint(heard.longitude, heard.latitude), 4490))`),
    );
  }
}

type Look = { before: AreaState | undefined; state: AreaState; nowMs: number; areaCode: string };

/** The first look of a rule tells nothing: where units were before is not known. */
function seenIn({ happening, minutes }: UnitTrigger, look: Look): Seen[] {
  const { before, state, nowMs, areaCode } = look;
  if (happening === 'absent') {
    const due = state.emptySince !== null && nowMs - state.emptySince >= minutes * 60_000;
    return due && !state.told ? [{ what: 'absent', unitId: null, areaCode }] : [];
  }
  if (before === undefined) return [];
  const [from, to] =
    happening === 'enters' ? [before.inside, state.inside] : [state.inside, before.inside];
  return [...to]
    .filter((id) => !from.has(id))
    .map((unitId) => ({ what: happening, unitId, areaCode }));
}

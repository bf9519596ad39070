/** A made-up city with rules at work: who writes them, who reports, and what fired. */
import { Duties } from '#access/duties.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerAt } from '#database/testing/made-up-county.ts';
import type { TestDatabase } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Answer, type Loose } from '#graphql/testing/graph-under-test.ts';
import { openPtzDoor } from '#ptz/ptz-door.ts';
import { ScriptedHeads } from '#ptz/testing/scripted-heads.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { firstLinkageRule, type LinkageRule } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { openLinkage } from '../engine/open-linkage.ts';

export const town = '990101001';
const here = { longitude: 9.93, latitude: 50 };
const fields = `id ruleName count triggerSeq lastSeq incidentId
  outcomes { kind state refusal told cameras { cameraId refusal } }`;

type Wish = { name?: string; id?: string; version?: number };

export class LinkageUnderTest {
  readonly #db: TestDatabase;
  graph!: GraphUnderTest;
  leader!: Viewer;
  officer!: Viewer;
  linkage!: ReturnType<LinkageUnderTest['open']>;
  /** Where units are, as the test says. */
  units: { unitId: string; longitude: number; latitude: number; at: Date }[] = [];
  readonly #heads: ScriptedHeads;

  /** Stands from before the tests until after them; each begins without rules, an hour later. */
  constructor(db: TestDatabase, heads = new ScriptedHeads()) {
    this.#db = db;
    this.#heads = heads;
    beforeAll(() => this.#start());
    afterAll(() => this.#stop());
    beforeEach(() => this.#clear());
  }

  open() {
    const { database, clock } = this.#db;
    const ptz = openPtzDoor({
      ...{ database, clock, send: this.#heads.send },
      signer: { sign: () => 'signed' },
    });
    this.#heads.take = (report) => ptz.take(report);
    const { services } = this.graph;
    return openLinkage({
      database: this.#db.database,
      clock: this.#db.clock,
      journal: { onEntries: () => () => {} },
      duties: new Duties(this.#db),
      services: { ...services, lookHere: ptz.lookHere(services.cameras) },
      units: () => this.units,
    });
  }

  save = (rule: Partial<LinkageRule>, { name = '试', id, version }: Wish = {}): Promise<Answer> =>
    this.graph.ask(
      this.leader,
      'mutation ($input: LinkageRuleInput!) { saveLinkageRule(input: $input) { id version stopped { reason chain } } }',
      {
        input: {
          ...{ commandId: randomUUID(), name, id, version, enabled: true },
          rule: { ...firstLinkageRule, ...rule },
        },
      },
    );

  report = async (more: object = {}): Promise<string> => {
    const { data } = await this.graph.ask(
      this.officer,
      'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }',
      { input: { commandId: randomUUID(), classCode: 'E0102', position: here, ...more } },
    );
    return data.reportIncident.id;
  };

  firings = async (ruleId: string, viewer = this.leader): Promise<Loose[]> => {
    const document = `{ linkageFirings(ruleId: "${ruleId}", first: 30) { ${fields} } }`;
    return (await this.graph.ask(viewer, document)).data.linkageFirings;
  };

  ruleOf = async (rule: Partial<LinkageRule>, wish?: Wish): Promise<string> => {
    const { data, errors } = await this.save(rule, wish);
    expect(errors).toEqual([]);
    return data.saveLinkageRule.id;
  };

  signIn = (): Promise<Answer> =>
    this.graph.ask(
      this.leader,
      'mutation ($c: ID!) { signInForDuty(commandId: $c, post: SHIFT_LEADER) { id } }',
      { c: randomUUID() },
    );

  async #start(): Promise<void> {
    const { database } = this.#db;
    await insertMadeUpCity(database);
    this.graph = new GraphUnderTest(this.#db);
    await this.graph.start();
    this.leader = await seeAccountOf(database, viewerAt(town, 'town-monitor'));
    this.officer = await seeAccountOf(database, viewerAt(town, 'duty-officer'));
    this.linkage = this.open();
    await this.linkage.engine.start();
  }

  async #stop(): Promise<void> {
    await this.linkage.engine.stop();
    await this.graph.stop();
  }

  async #clear(): Promise<void> {
    const { data } = await this.graph.ask(this.leader, '{ linkageRules { id version } }');
    for (const { id, version } of data.linkageRules) {
      await this.graph.ask(
        this.leader,
        `mutation ($c: ID!) { removeLinkageRule(commandId: $c, id: "${id}", version: ${version}) }`,
        { c: randomUUID() },
      );
    }
    this.units = [];
    this.#db.clock.advanceSeconds(3600);
    await this.linkage.engine.settle();
  }
}

/** The running city, asked and told over its own interfaces. */
import { randomUUID } from 'node:crypto';
import { accountOf, type RunningStack } from '../stack/stack.ts';
import { SessionClient } from './session-client.ts';

export type CityCamera = {
  id: string;
  name: string;
  kind: string;
  owner: string;
  state: string;
  purposes: string[];
  permitted: boolean;
  bearingDeg: number | null;
  widthDeg: number | null;
  rangeMeters: number | null;
  position: { longitude: number; latitude: number };
  area: { code: string };
};

export type CityIncidentClass = { code: string; nameZh: string; purposes: string[]; kind: string };

const cameraFields =
  'id name kind owner state purposes permitted bearingDeg widthDeg rangeMeters position { longitude latitude } area { code }';

export class City {
  readonly #stack: Pick<RunningStack, 'url' | 'accounts' | 'addresses'>;
  readonly #clients = new Map<string, Promise<SessionClient>>();

  constructor(stack: Pick<RunningStack, 'url' | 'accounts' | 'addresses'>) {
    this.#stack = stack;
  }

  /** A client signed in with the demo account of a role. */
  as(role: string): Promise<SessionClient> {
    const known = this.#clients.get(role);
    if (known !== undefined) return known;
    const client = SessionClient.signIn(this.#stack.url, accountOf(this.#stack, role));
    this.#clients.set(role, client);
    return client;
  }

  async rootArea(role = 'duty-officer'): Promise<{ code: string; name: string }> {
    const client = await this.as(role);
    return (await client.get<{ area: { code: string; name: string } }>('{ area { code name } }'))
      .area;
  }

  async cameras(role = 'duty-officer'): Promise<CityCamera[]> {
    const client = await this.as(role);
    const { code } = await this.rootArea(role);
    const all: CityCamera[] = [];
    for (let after: string | null = null; ;) {
      const page: {
        cameras: {
          nodes: CityCamera[];
          pageInfo: { endCursor: string | null; hasNextPage: boolean };
        };
      } = await client.get(
        `query ($code: String!, $after: String) { cameras(within: { areaCode: $code }, first: 200, after: $after) {
            nodes { ${cameraFields} } pageInfo { endCursor hasNextPage } } }`,
        { code, after },
      );
      all.push(...page.cameras.nodes);
      if (!page.cameras.pageInfo.hasNextPage) return all;
      after = page.cameras.pageInfo.endCursor;
    }
  }

  async incidentClasses(): Promise<CityIncidentClass[]> {
    const client = await this.as('duty-officer');
    const answer = await client.get<{ incidentClasses: CityIncidentClass[] }>(
      '{ incidentClasses { code nameZh purposes kind } }',
    );
    return answer.incidentClasses;
  }

  async report(
    role: string,
    input: { classCode: string; title: string; longitude: number; latitude: number },
  ): Promise<string> {
    const client = await this.as(role);
    const { classCode, title, longitude, latitude } = input;
    const answer = await client.get<{ reportIncident: { id: string } }>(
      'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }',
      { input: { commandId: randomUUID(), classCode, title, position: { longitude, latitude } } },
    );
    return answer.reportIncident.id;
  }

  /** Says that the duty officer has seen it, so that it alarms nowhere any more. */
  async acknowledge(incidentId: string): Promise<void> {
    const officer = await this.as('duty-officer');
    await officer.get(
      'mutation ($id: ID!, $command: ID!) { acknowledgeIncident(id: $id, commandId: $command) { id } }',
      { id: incidentId, command: randomUUID() },
    );
  }

  async views(cameraId: string): Promise<
    {
      id: string;
      openedAt: string | null;
      closedAt: string | null;
      endReason: string | null;
      purpose: string;
      chargedTo: string;
      openedByRule: boolean;
      linkageFiring: { ruleName: string } | null;
    }[]
  > {
    const client = await this.as('auditor');
    const answer = await client.get<{ cameraViews: { nodes: Awaited<ReturnType<City['views']>> } }>(
      'query ($id: ID) { cameraViews(cameraId: $id, first: 20) { nodes { id openedAt closedAt endReason purpose chargedTo openedByRule linkageFiring { ruleName } } } }',
      { id: cameraId },
    );
    return answer.cameraViews.nodes;
  }

  /** Who answers for what a wall shows or a rule opens at the center of a role's account; null where nobody does. */
  async onDuty(role: string): Promise<string | null> {
    const client = await this.as(role);
    const { duties } = await client.get<{ duties: { post: string; displayName: string }[] }>(
      '{ duties { post displayName } }',
    );
    const answering = duties.find(({ post }) => post === 'SHIFT_LEADER') ?? duties[0];
    return answering?.displayName ?? null;
  }

  /** How many RTSP sessions the simulated bureau streams for a camera. */
  async pulls(cameraId: string): Promise<number> {
    const answer = await fetch(`${this.#stack.addresses['simulator']}/control/status`);
    const { playing } = (await answer.json()) as { playing: Record<string, number> };
    return playing[cameraId] ?? 0;
  }

  /** Where a camera's head looks in the simulated city; a head that nobody ever turned tells nothing. */
  async headOf(
    cameraId: string,
  ): Promise<{ panDeg: number; tiltDeg: number; zoom: number } | null> {
    const answer = await fetch(`${this.#stack.addresses['simulator']}/control/status`);
    const { poses } = (await answer.json()) as {
      poses: Record<string, { panDeg: number; tiltDeg: number; zoom: number }>;
    };
    return poses[cameraId] ?? null;
  }

  /** What the journal tells of a camera, newest first. */
  async journalOf(
    cameraId: string,
  ): Promise<{ kind: string; actorName: string | null; payload: Record<string, unknown> }[]> {
    const client = await this.as('auditor');
    const answer = await client.get<{ journal: Awaited<ReturnType<City['journalOf']>> }>(
      'query ($id: ID) { journal(subjectKind: "camera", subjectId: $id, first: 100) { kind actorName payload } }',
      { id: cameraId },
    );
    return answer.journal;
  }
}

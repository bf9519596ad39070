import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { liesWithin } from '#domain/area.ts';
import type { IncidentStep } from '#domain/incident-steps.ts';
import { incidentSteps } from '#domain/incident-steps.ts';
import { incidentStates } from '#domain/incident.ts';
import type { Role } from '#domain/roles.ts';
import { permissionsOf, roles } from '#domain/roles.ts';
import { incidentClasses } from '#generate/classes.ts';
import type { LifeAccount } from './accounts.ts';
import type { GisClient } from './gis-client.ts';
import type { RetryPause } from './retry-pause.ts';

export type OfficerRoundsParts = {
  client: GisClient;
  accounts(): readonly LifeAccount[];
  /** Incidents that a demonstration made: people at the desks work on those. */
  isLeftToPeople(incidentId: string): boolean;
  incidentsPerHour: number;
  signal: AbortSignal;
  retry: RetryPause;
};

const openIncident = z.object({
  id: z.string(),
  state: z.enum(incidentStates),
  version: z.number(),
  class: z.object({ code: z.string() }),
  departmentCode: z.string().nullable(),
  reportedAt: z.string(),
  area: z.object({ code: z.string() }),
});
type OpenIncident = z.infer<typeof openIncident>;
const openPage = z.object({ incidents: z.object({ nodes: z.array(openIncident) }) });

const listOpen = `query OpenIncidents($areaCode: String!) {
  incidents(within: { areaCode: $areaCode }, openOnly: true, first: 200) {
    nodes { id state version class { code } departmentCode reportedAt area { code } }
  }
}`;
const move = `mutation Move($commandId: ID!, $id: ID!, $version: Int!, $to: String!, $departmentCode: String) {
  moveIncident(commandId: $commandId, id: $id, version: $version, to: $to, departmentCode: $departmentCode) { id }
}`;

/** Left alone so long, so that the hall sees a new incident before somebody takes it up. */
const newForMs = 90_000;
const stepsPerIncident = 7;
const straightOn: readonly string[] = [
  'accepted',
  'registered',
  'dispatched',
  'processing',
  'feedback',
  'checking',
  'checked',
  'closed',
];

/** Acceptors, leaders, dispatchers and departments who take cases on, one step at a time. */
export class OfficerRounds {
  readonly #parts: OfficerRoundsParts;
  moved = 0;
  lastFailure: string | null = null;

  constructor(parts: OfficerRoundsParts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    const { signal, retry, incidentsPerHour } = this.#parts;
    if (incidentsPerHour === 0) return;
    const betweenMs = Math.max(4000, 3_600_000 / incidentsPerHour / stepsPerIncident);
    while (!signal.aborted) {
      await retry.wait(betweenMs * (0.7 + 0.6 * Math.random()), signal);
      if (signal.aborted) return;
      try {
        if (await this.#moveOne()) this.moved++;
        this.lastFailure = null;
        retry.reset();
      } catch (error) {
        this.lastFailure = error instanceof Error ? error.message : String(error);
        await retry.failed(signal);
      }
    }
  }

  async #moveOne(): Promise<boolean> {
    const people = this.#parts.accounts();
    const reader = people.find((person) => person.role === 'shift-leader');
    if (!reader) return false;
    const data = await this.#parts.client.ask(reader, listOpen, { areaCode: reader.areaCode });
    const choices = openPage
      .parse(data)
      .incidents.nodes.filter((incident) => this.#isRipe(incident))
      .flatMap((incident) => nextMoves(incident, people));
    const chosen = choices[Math.floor(Math.random() * choices.length)];
    if (!chosen) return false;
    const { incident, step, person, departmentCode } = chosen;
    const { id, version } = incident;
    const command = { commandId: randomUUID(), id, version, to: step.to, departmentCode };
    await this.#parts.client.ask(person, move, command);
    return true;
  }

  #isRipe(incident: OpenIncident): boolean {
    const age = Date.now() - Date.parse(incident.reportedAt);
    return age > newForMs && !this.#parts.isLeftToPeople(incident.id);
  }
}

type Move = {
  incident: OpenIncident;
  step: IncidentStep;
  person: LifeAccount;
  departmentCode: string | null;
};

const departmentByClass = new Map(
  incidentClasses().map(({ code, departmentCode }) => [code, departmentCode]),
);

/**
 * Steps straight on that one of the people may take. A dispatch goes to the department of the class, else to the one
 * that held the case; it names none where neither is known, and gis-server asks its own dictionary.
 */
export function nextMoves(incident: OpenIncident, people: readonly LifeAccount[]): Move[] {
  const step = incidentSteps.find(
    ({ from, to, needsNote }) =>
      from === incident.state && from !== 'suspended' && straightOn.includes(to) && !needsNote,
  );
  if (!step) return [];
  const departments = people.flatMap((person) => person.departmentCode ?? []);
  const wanted = departmentByClass.get(incident.class.code) ?? incident.departmentCode;
  if (step.needsDepartment && wanted !== null && !departments.includes(wanted)) return [];
  return people
    .filter((person) => mayTake(step, incident, person))
    .map((person) => ({
      incident,
      step,
      person,
      departmentCode: step.needsDepartment ? wanted : null,
    }));
}

function mayTake(step: IncidentStep, incident: OpenIncident, person: LifeAccount): boolean {
  const isRole = (roles as readonly string[]).includes(person.role);
  return (
    isRole &&
    permissionsOf(person.role as Role).includes(step.permission) &&
    liesWithin(incident.area.code, person.areaCode) &&
    (!step.ownDepartmentOnly || person.departmentCode === incident.departmentCode)
  );
}

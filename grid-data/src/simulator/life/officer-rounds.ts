import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { liesWithin } from '#domain/area.ts';
import type { CaseMove, CaseMoveName } from '#domain/case/moves.ts';
import { moveFrom } from '#domain/case/moves.ts';
import type { IncidentState } from '#domain/incident.ts';
import { incidentStates } from '#domain/incident.ts';
import type { Role } from '#domain/roles.ts';
import { permissionsOf, roles } from '#domain/roles.ts';
import { incidentClasses } from '#generate/classes.ts';
import type { LifeAccount } from './accounts.ts';
import type { GisClient } from './gis-client.ts';
import { madeUpPhoto } from './made-up-photo.ts';
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
  source: z.string(),
  verdict: z.string().nullable(),
  class: z.object({ code: z.string() }),
  departmentCode: z.string().nullable(),
  reportedAt: z.string(),
  area: z.object({ code: z.string() }),
});
type OpenIncident = z.infer<typeof openIncident>;
const openPage = z.object({ incidents: z.object({ nodes: z.array(openIncident) }) });

const listOpen = `query OpenIncidents($areaCode: String!) {
  incidents(within: { areaCode: $areaCode }, openOnly: true, first: 200) {
    nodes { id state version source verdict class { code } departmentCode reportedAt area { code } }
  }
}`;
const askNeeds = 'query ($id: ID!) { incident(id: $id) { permittedMoves { move needs } } }';
const askedNeeds = z.object({
  incident: z
    .object({ permittedMoves: z.array(z.object({ move: z.string(), needs: z.array(z.string()) })) })
    .nullable(),
});
const move = `mutation Move($input: MoveIncidentInput!) { moveIncident(input: $input) { id } }`;

const callBack = `mutation CallBack($commandId: ID!, $id: ID!, $outcome: String!, $answer: String!) {
  callBackReporter(commandId: $commandId, incidentId: $id, outcome: $outcome, answer: $answer) { id }
}`;
/** Of ten who called, so many are content. */
const satisfiedShare = 0.9;

/** Left alone so long, so that the hall sees a new incident before somebody takes it up. */
const newForMs = 90_000;
const stepsPerIncident = 7;
/** The straight way of a case; what lies beside it is people's to decide. */
const straightOn: Partial<Record<IncidentState, CaseMoveName>> = {
  reported: 'accept',
  verifying: 'verify',
  accepted: 'register',
  registered: 'dispatch',
  dispatched: 'sign',
  processing: 'feed-back',
  feedback: 'send-to-check',
  checking: 'check-passed',
  checked: 'close',
};

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
    const words = { departmentCode, verdict: 'confirmed', closingConditionMet: true };
    const photoIds = await this.#photosFor(chosen);
    const input = { commandId: randomUUID(), id, version, move: step.move, photoIds, ...words };
    await this.#parts.client.ask(person, move, { input });
    if (step.move === 'close') await this.#callBack(incident, people);
    return true;
  }

  /** 回访: whoever called the hotline hears what came of it, and says whether that was enough. */
  async #callBack({ id, source, area }: OpenIncident, people: readonly LifeAccount[]) {
    const seat = people.find(
      ({ role, areaCode }) => role === 'acceptor' && liesWithin(area.code, areaCode),
    );
    if (source !== 'hotline' || seat === undefined) return;
    const satisfied = Math.random() < satisfiedShare;
    await this.#parts.client.ask(seat, callBack, {
      ...{ commandId: randomUUID(), id },
      outcome: satisfied ? 'satisfied' : 'not-satisfied',
      answer: satisfied ? '已告知处置结果，来电人表示满意。' : '来电人认为问题还会反复。',
    });
  }

  /** A picture where the city asks one of this move. */
  async #photosFor({ incident: { id }, step, person }: Move): Promise<string[]> {
    if (step.photo === undefined) return [];
    const { client } = this.#parts;
    const { incident } = askedNeeds.parse(await client.ask(person, askNeeds, { id }));
    const asked = incident?.permittedMoves.find((each) => each.move === step.move);
    return asked?.needs.includes('photo') ? [await client.sendPhoto(person, madeUpPhoto())] : [];
  }

  #isRipe(incident: OpenIncident): boolean {
    const age = Date.now() - Date.parse(incident.reportedAt);
    return age > newForMs && !this.#parts.isLeftToPeople(incident.id);
  }
}

type Move = {
  incident: OpenIncident;
  step: CaseMove;
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
  const step = nextStep(incident);
  if (!step) return [];
  const departments = people.flatMap((person) => person.departmentCode ?? []);
  const needsDepartment = step.needs?.includes('department') === true;
  const wanted = departmentByClass.get(incident.class.code) ?? incident.departmentCode;
  if (needsDepartment && wanted !== null && !departments.includes(wanted)) return [];
  return people
    .filter((person) => mayTake(step, incident, person))
    .map((person) => ({
      incident,
      step,
      person,
      departmentCode: needsDepartment ? wanted : null,
    }));
}

/** A citizen's report is verified before it is accepted. */
function nextStep({ state, source, verdict }: OpenIncident): CaseMove | null {
  const fromCitizens = source === 'hotline' || source === 'public-report';
  if (state === 'reported' && fromCitizens && verdict === null) {
    return moveFrom(state, 'send-to-verify');
  }
  const move = straightOn[state];
  return move === undefined ? null : moveFrom(state, move);
}

function mayTake(step: CaseMove, incident: OpenIncident, person: LifeAccount): boolean {
  const isRole = (roles as readonly string[]).includes(person.role);
  const held = isRole ? permissionsOf(person.role as Role) : [];
  const ownOnly = step.guards?.includes('own-department') === true;
  return (
    step.by.some((permission) => held.includes(permission)) &&
    liesWithin(incident.area.code, person.areaCode) &&
    (!ownOnly || person.departmentCode === incident.departmentCode)
  );
}

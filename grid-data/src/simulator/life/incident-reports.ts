import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/domain-error.ts';
import type { IncidentWish } from '../http/control-routes.ts';
import type { LifeAccount } from './accounts.ts';
import type { GisClient } from './gis-client.ts';
import type { IncidentSpot, Sighting } from './incident-spots.ts';
import { chooseSighting, sourceOf, widestReporter } from './incident-spots.ts';
import type { RetryPause } from './retry-pause.ts';
import { Sightings } from './sightings.ts';

export type IncidentReportParts = {
  client: GisClient;
  spots: readonly IncidentSpot[];
  accounts(): readonly LifeAccount[];
  perHour: number;
  signal: AbortSignal;
  retry: RetryPause;
};

const reportIncident = `mutation ReportIncident($input: ReportIncidentInput!) {
  reportIncident(input: $input) { id state version }
}`;

const nobodyReports = 'nobody who can sign in answers for any spot that has rested';

const remarks = [
  '巡查发现，请尽快处理。',
  '现场有群众反映，已拍照留存。',
  '影响通行，建议优先处置。',
  '经现场查看，情况属实。',
];

/** Grid workers who come across something and report it from where they stand. */
export class IncidentReports {
  readonly #parts: IncidentReportParts;
  readonly #sightings: Sightings;
  readonly #forPeople = new Set<string>();
  reported = 0;
  lastFailure: string | null = null;

  constructor(parts: IncidentReportParts) {
    this.#parts = parts;
    this.#sightings = new Sightings(parts.client, parts.spots);
  }

  async run(): Promise<void> {
    const { perHour, signal, retry } = this.#parts;
    if (perHour === 0 || this.#parts.spots.length === 0) return;
    while (!signal.aborted) {
      await retry.wait((3_600_000 / perHour) * (0.65 + 0.7 * Math.random()), signal);
      if (signal.aborted) return;
      const sighting = await this.#nextSighting();
      if (sighting) await this.#reportUntilHeard(sighting);
    }
  }

  /** At once, for a demonstration; what the wish leaves open comes from a spot by chance. */
  async reportNow(wish: IncidentWish): Promise<unknown> {
    const sighting = await this.#sightingFor(wish);
    if (!sighting) throw new DomainError('invalid-input', nobodyReports);
    const incident = await this.#report(sighting, randomUUID(), wish);
    this.#forPeople.add((incident as { id: string }).id);
    return incident;
  }

  isLeftToPeople(incidentId: string): boolean {
    return this.#forPeople.has(incidentId);
  }

  async #nextSighting(): Promise<Sighting | null> {
    const { accounts, signal, retry } = this.#parts;
    try {
      const sighting = await this.#sightings.next(accounts());
      if (!sighting) this.lastFailure = nobodyReports;
      return sighting;
    } catch (error) {
      this.lastFailure = error instanceof Error ? error.message : String(error);
      await retry.failed(signal);
      return null;
    }
  }

  async #sightingFor(wish: IncidentWish): Promise<Sighting | null> {
    const people = this.#parts.accounts();
    if (wish.longitude === undefined) return this.#sightings.next(people);
    const spot = chooseSighting(this.#parts.spots, people)?.spot;
    const reporter = widestReporter(people);
    return spot && reporter ? { spot, reporter } : null;
  }

  // The same command id each time: a report that was heard but not answered is not made twice.
  async #reportUntilHeard(sighting: Sighting): Promise<void> {
    const { signal, retry } = this.#parts;
    const commandId = randomUUID();
    while (!signal.aborted) {
      try {
        await this.#report(sighting, commandId, {});
        retry.reset();
        return;
      } catch (error) {
        this.lastFailure = error instanceof Error ? error.message : String(error);
        await retry.failed(signal);
        if (error instanceof DomainError && error.kind === 'conflict') return;
      }
    }
  }

  async #report({ spot, reporter }: Sighting, commandId: string, wish: IncidentWish) {
    const input = {
      commandId,
      classCode: wish.classCode ?? spot.classCode,
      title: wish.title ?? spot.title,
      description: wish.description ?? remarks[Math.floor(Math.random() * remarks.length)],
      position: {
        longitude: wish.longitude ?? spot.longitude,
        latitude: wish.latitude ?? spot.latitude,
      },
      address: wish.address ?? spot.address,
      source: sourceOf(reporter),
    };
    const data = await this.#parts.client.ask(reporter, reportIncident, { input });
    this.reported++;
    this.lastFailure = null;
    return data.reportIncident;
  }
}

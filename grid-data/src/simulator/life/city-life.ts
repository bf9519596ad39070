import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { DomainError } from '#domain/domain-error.ts';
import type { LifeConfig } from '../config.ts';
import type { IncidentWish } from '../http/control-routes.ts';
import { readAccounts } from './accounts.ts';
import { GisClient } from './gis-client.ts';
import { IncidentReports } from './incident-reports.ts';
import { readSpots } from './incident-spots.ts';
import { OfficerRounds } from './officer-rounds.ts';
import { PositionFeed } from './position-feed.ts';
import { RetryPause } from './retry-pause.ts';
import { UnitWalk, beatUnit } from './unit-walk.ts';

/** What goes on in the demo city by itself: units on their beats, incidents that arise and are worked off. */
export class CityLife {
  readonly #stop = new AbortController();
  readonly #feed: PositionFeed | null;
  readonly #reports: IncidentReports | null;
  readonly #officers: OfficerRounds | null;
  #running: Promise<unknown> = Promise.resolve();

  constructor(config: LifeConfig | null) {
    this.#feed = config && positionFeed(config, this.#stop.signal);
    const { signal } = this.#stop;
    const client = config && new GisClient(config.gisServerUrl, signal);
    this.#reports = config && client && incidentReports(config, client, signal);
    this.#officers =
      config && client && this.#reports && officerRounds(config, client, this.#reports, signal);
  }

  start(): void {
    this.#running = Promise.all([this.#feed?.run(), this.#reports?.run(), this.#officers?.run()]);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async reportIncident(wish: IncidentWish): Promise<unknown> {
    if (!this.#reports) throw new DomainError('invalid-input', 'no GIS_SERVER_URL to report to');
    return this.#reports.reportNow(wish);
  }

  status(): Record<string, unknown> {
    return {
      positionBatches: this.#feed?.postedBatches ?? 0,
      positionFailure: this.#feed?.lastFailure ?? null,
      incidentsReported: this.#reports?.reported ?? 0,
      incidentFailure: this.#reports?.lastFailure ?? null,
      stepsTaken: this.#officers?.moved ?? 0,
      stepFailure: this.#officers?.lastFailure ?? null,
    };
  }
}

function positionFeed(config: LifeConfig, signal: AbortSignal): PositionFeed | null {
  const { unitsFile, internalKeyFile, gisServerUrl } = config;
  if (!unitsFile || !internalKeyFile || !existsSync(unitsFile)) return null;
  const units = z.array(beatUnit).parse(JSON.parse(readFileSync(unitsFile, 'utf8')));
  const walks = units.map((unit) => new UnitWalk(unit));
  return new PositionFeed({
    gisServerUrl,
    internalKeyFile,
    walks,
    signal,
    retry: new RetryPause(),
  });
}

function incidentReports(
  config: LifeConfig,
  client: GisClient,
  signal: AbortSignal,
): IncidentReports {
  const { spotsFile, accountsFile, stackFile } = config;
  return new IncidentReports({
    client,
    spots: spotsFile && existsSync(spotsFile) ? readSpots(spotsFile) : [],
    accounts: () => readAccounts(accountsFile, stackFile),
    perHour: config.incidentsPerHour,
    signal,
    retry: new RetryPause(),
  });
}

function officerRounds(
  { accountsFile, stackFile, incidentsPerHour }: LifeConfig,
  client: GisClient,
  reports: IncidentReports,
  signal: AbortSignal,
): OfficerRounds {
  return new OfficerRounds({
    client,
    accounts: () => readAccounts(accountsFile, stackFile),
    isLeftToPeople: (incidentId) => reports.isLeftToPeople(incidentId),
    incidentsPerHour,
    signal,
    retry: new RetryPause(),
  });
}

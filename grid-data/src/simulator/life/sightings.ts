import type { LifeAccount } from './accounts.ts';
import { busyPlaces } from './busy-places.ts';
import type { GisClient } from './gis-client.ts';
import type { IncidentSpot, Sighting } from './incident-spots.ts';
import { chooseSighting } from './incident-spots.ts';
import { restMs, SpotRests } from './spot-rests.ts';

const lastOnes = 24;

/** What comes up next: at no place that is busy or rests, in other parts of the city, of other classes. */
export class Sightings {
  readonly #client: GisClient;
  readonly #rests: SpotRests;
  #recent: IncidentSpot[] = [];
  #askedAt = new Date(Date.now() - restMs);

  constructor(client: GisClient, spots: readonly IncidentSpot[]) {
    this.#client = client;
    this.#rests = new SpotRests(spots);
  }

  /** Null where nobody answers for any spot that has rested; what is given out counts as busy. */
  async next(people: readonly LifeAccount[]): Promise<Sighting | null> {
    await this.#askServer(people);
    const now = new Date();
    const sighting = chooseSighting(this.#rests.rested(now), people, this.#recent);
    if (!sighting) return null;
    this.#rests.note({ ...sighting.spot, until: null }, now);
    this.#recent = [sighting.spot, ...this.#recent].slice(0, lastOnes);
    return sighting;
  }

  async #askServer(people: readonly LifeAccount[]): Promise<void> {
    const reader = people.find((person) => person.role === 'shift-leader');
    if (!reader) return;
    const now = new Date();
    const places = await busyPlaces(this.#client, reader, this.#askedAt);
    for (const place of places) this.#rests.note(place, now);
    this.#askedAt = now;
  }
}

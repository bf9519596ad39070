/** What a citizen without an account may do: report once for each proof of work, and ask what came of it. */
import { randomBytes } from 'node:crypto';
import { systemViewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { takeInText } from '#graphql/take-in.ts';
import { takeInReporter } from '#incidents/incident-commands.ts';
import { reportIncident } from '#incidents/report-incident.ts';
import { takeInPhotoIds } from '#photos/add-photos.ts';
import type { FilePart, PhotoService } from '#photos/service.ts';
import type { SearchService } from '#search/service.ts';
import { DomainError, stageOf } from 'grid-data';
import type { Clock } from 'grid-data';
import type { Challenges, Proof } from './challenges.ts';
import * as queries from './citizen-queries.ts';

export type CitizenReport = {
  proof: Proof;
  classCode: string;
  description: string;
  address?: string | undefined;
  position: { longitude: number; latitude: number };
  name?: string | undefined;
  telephone?: string | undefined;
  wantsCallBack?: boolean | undefined;
  photoIds?: string[] | undefined;
};

type Use = 'challenge' | 'report' | 'search' | 'photo' | 'ask';

const hourMs = 3_600_000;
/** Of one address in an hour; a family, a market hall or a school shares one. */
const mostOfAddress: Record<Use, number> = {
  challenge: 60,
  report: 12,
  search: 600,
  photo: 120,
  ask: 120,
};
/** Of all together: what comes faster is no city but a flood. */
const mostOfAll: Record<Use, number> = {
  challenge: 6_000,
  report: 1_200,
  search: 60_000,
  photo: 6_000,
  ask: 12_000,
};
const mostPhotos = 3;
const gazetteer = ['place', 'road', 'area'];

type Parts = {
  database: Database;
  clock: Clock;
  areas: AreaService;
  photos: PhotoService;
  search: SearchService;
  challenges: Challenges;
};

export type CitizenService = ReturnType<typeof createCitizenService>;

export function createCitizenService(parts: Parts) {
  const { database, clock, areas, photos, search, challenges } = parts;
  const viewer = { ...systemViewer(), displayName: '公众' };
  const uploaderOf = (id: string) => ({ key: `citizen:${id}`, name: null, areaCode: '' });

  /** Counted in the database, so that neither a restart nor a second server forgives anything. */
  const count = async (use: Use, address: string): Promise<void> => {
    const now = clock.now().getTime();
    const windowAt = new Date(Math.floor(now / hourMs) * hourMs);
    const [own, all] = await database.write(systemViewer(), async (tx) => [
      await queries.countUse(tx, `${use}:${challenges.hide(address)}`, windowAt),
      await queries.countUse(tx, `${use}:all`, windowAt),
    ]);
    if (own! <= mostOfAddress[use] && all! <= mostOfAll[use]) return;
    throw new DomainError('not-allowed', 'too much from here in this hour; wait', {
      reason: 'too-many-attempts',
      details: { retryAfterSeconds: Math.ceil((windowAt.getTime() + hourMs - now) / 1_000) },
    });
  };

  return {
    async words() {
      return database.inScope(viewer, async (db) => ({
        city: await queries.cityName(db),
        classes: await queries.publicClasses(db),
      }));
    },

    async challenge(address: string) {
      await count('challenge', address);
      return challenges.give();
    },

    async places(address: string, text: string) {
      await count('search', address);
      const hits = await search.find(viewer, { text, kinds: gazetteer, first: 12 });
      return hits.filter(({ position }) => position !== null).slice(0, 8);
    },

    async photo(address: string, proof: Proof, part: FilePart) {
      const id = challenges.check(proof);
      if (part.offset === 0) await count('photo', address);
      return photos.receive({ ...uploaderOf(id), mostWaiting: mostPhotos }, part);
    },

    /** The same challenge again is answered with the same receipt. */
    async report(address: string, told: CitizenReport): Promise<{ receipt: string }> {
      const id = challenges.check(told.proof);
      await count('report', address);
      const at = clock.now();
      const photoIds = takeInPhotoIds(told.photoIds);
      const { name, telephone, wantsCallBack, position } = told;
      const words = {
        classCode: told.classCode,
        title: null,
        description: takeInText(told.description, 2_000, 'description'),
        address: takeInText(told.address, 300, 'address'),
        grade: null,
        source: 'public-report',
        componentCode: null,
        reportedAt: at,
        order: null,
        reporter: takeInReporter({ name, telephone, wantsCallBack }),
      };
      const place = await areas.placeOf(viewer, position, 'position');
      const uploader = uploaderOf(id).key;
      const command = { commandId: `citizen ${id}`, kind: 'citizen.report' };
      return database.command(viewer, command, async (tx) => {
        const incidentId = await reportIncident(tx, viewer, {
          words,
          position,
          place,
          photoIds,
          uploader,
          at,
        });
        const receipt = newReceipt();
        await queries.keepReceipt(tx, { receipt, incidentId, at });
        return { receipt };
      });
    },

    async status(address: string, given: string) {
      await count('ask', address);
      const receipt = given.toUpperCase().replace(/[^0-9A-Z]/g, '');
      const found = await database.inScope(viewer, (db) => queries.caseOfReceipt(db, receipt));
      if (found === null) {
        throw new DomainError('not-found', 'there is no report of this number', {
          reason: 'unknown-receipt',
        });
      }
      return { ...found, stage: stageOf(found.state) };
    },
  };
}

/** Ten letters that nobody takes for each other (Crockford's): 50 bits, not to be guessed at 120 an hour. */
function newReceipt(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return [...randomBytes(10)].map((byte) => letters[byte % 32]).join('');
}

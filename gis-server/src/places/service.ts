import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import type { WithinInput } from '#within/within.ts';
import type { PlaceRecord } from './place-record.ts';
import * as queries from './queries.ts';

export type PlaceQuestion = {
  within: WithinInput;
  kinds?: readonly string[] | null;
  first: number;
  after?: string | null;
};

export type PlaceService = ReturnType<typeof createPlaceService>;

export function createPlaceService({
  database,
  areas,
}: {
  database: Database;
  areas: AreaService;
}) {
  return {
    async byId(viewer: Viewer, id: string): Promise<PlaceRecord | null> {
      const [place] = await database.inScope(viewer, (db) => queries.placesById(db, viewer, [id]));
      return place ?? null;
    },

    async page(viewer: Viewer, question: PlaceQuestion) {
      const size = pageSize('places', question.first);
      const afterId = question.after ? decodeCursor(question.after, ['string'])[0] : null;
      const filter = {
        within: await areas.takeIn(viewer, question.within),
        kinds: question.kinds ?? null,
      };
      const rows = await database.inScope(viewer, (db) =>
        queries.placePage(db, viewer, filter, { limit: size + 1, afterId }),
      );
      return pageOf(rows, size, (row) => [row.id]);
    },
  };
}

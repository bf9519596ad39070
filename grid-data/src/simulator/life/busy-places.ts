import { z } from 'zod';
import type { LifeAccount } from './accounts.ts';
import type { GisClient } from './gis-client.ts';
import type { BusyPlace } from './spot-rests.ts';

const page = z.object({
  incidents: z.object({
    nodes: z.array(
      z.object({
        position: z.object({ longitude: z.number(), latitude: z.number() }),
        open: z.boolean(),
        reportedAt: z.string(),
        closedAt: z.string().nullable(),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
type Page = z.infer<typeof page>['incidents'];

const listPlaces = `query IncidentPlaces($areaCode: String!, $openOnly: Boolean!, $after: String) {
  incidents(within: { areaCode: $areaCode }, openOnly: $openOnly, first: 200, after: $after) {
    nodes { position { longitude latitude } open reportedAt closedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;
const mostPages = 10;

/** Where incidents are open, whoever reported them, and where others came up since then. */
export async function busyPlaces(
  client: GisClient,
  reader: LifeAccount,
  since: Date,
): Promise<BusyPlace[]> {
  const pagesOf = async (openOnly: boolean, isLast: (one: Page) => boolean) => {
    const nodes: Page['nodes'] = [];
    let after: string | null = null;
    for (let count = 0; count < mostPages; count++) {
      const asked = { areaCode: reader.areaCode, openOnly, after };
      const { incidents } = page.parse(await client.ask(reader, listPlaces, asked));
      nodes.push(...incidents.nodes);
      after = incidents.pageInfo.endCursor;
      if (!incidents.pageInfo.hasNextPage || isLast(incidents)) break;
    }
    return nodes;
  };
  const open = await pagesOf(true, () => false);
  const newest = await pagesOf(false, ({ nodes }) => new Date(nodes.at(-1)!.reportedAt) < since);
  return [...open, ...newest].map(({ position, open: isOpen, reportedAt, closedAt }) => ({
    ...position,
    until: isOpen ? null : new Date(closedAt ?? reportedAt),
  }));
}

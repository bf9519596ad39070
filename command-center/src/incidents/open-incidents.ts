/** The list of open incidents as it is kept in the page: what comes is put in front, what is closed leaves it. */
import type { IncidentLineFragment, OpenIncidentsQuery } from '#gis/generated/graphql.ts';

export type OpenIncidents = OpenIncidentsQuery['incidents'];

/** The list after a row of the journal about an incident; the very same where nothing changes. */
export function afterRow(
  list: OpenIncidents,
  incident: IncidentLineFragment,
  most: number,
): OpenIncidents {
  if (!incident.open || list.nodes.some(({ id }) => id === incident.id)) return list;
  // A wall that runs for weeks would else keep every incident that was ever open.
  const open = list.nodes.filter((known) => known.open);
  const nodes = [incident, ...open].slice(0, most);
  const hasNextPage = list.pageInfo.hasNextPage || open.length >= most;
  return { ...list, nodes, pageInfo: { ...list.pageInfo, hasNextPage } };
}

/** The list with one more page behind it. What came in front meanwhile may be in that page too. */
export function withPage(list: OpenIncidents, next: OpenIncidents): OpenIncidents {
  const known = new Set(list.nodes.map(({ id }) => id));
  return { ...next, nodes: [...list.nodes, ...next.nodes.filter(({ id }) => !known.has(id))] };
}

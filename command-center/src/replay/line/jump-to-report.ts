import { gisClient } from '#gis/client.ts';
import { ReportBesideDocument } from '#gis/generated/graphql.ts';
import { journalNow } from '#journal/journal-state.ts';
import { select } from '#map/map-model.ts';
import { replayState, showMoment } from '../replay-state.ts';

/** Stands still at the moment in which the next report came, or the one before, and opens it. */
export async function jumpToReport(later: boolean): Promise<void> {
  const { at, areaCode } = replayState.get();
  if (areaCode === null || (at === null && later)) return;
  const from = at ?? journalNow();
  const { data } = await gisClient.query({
    query: ReportBesideDocument,
    variables: { areaCode, at: new Date(from).toISOString(), later },
    fetchPolicy: 'no-cache',
  });
  // Whoever has dragged on meanwhile wants to be there.
  if (replayState.get().at !== at) return;
  const report = data?.reportBeside;
  if (!report) {
    replayState.set({ noReport: later ? 'later' : 'earlier' });
    return;
  }
  replayState.set({ speed: 0 });
  showMoment(Date.parse(report.at));
  select({ kind: 'incident', id: report.incidentId, position: null });
}

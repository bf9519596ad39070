import { gisClient } from '#gis/client.ts';
import { AcknowledgeIncidentDocument, IncidentLineFragmentDoc } from '#gis/generated/graphql.ts';
import { newCommandId } from '#gis/command-id.ts';
import { alarmState, inOrder, isUnseen, without } from './alarms.ts';

/** Says that somebody has seen it; the marker rests at once, everywhere else when the journal says so. */
export async function acknowledgeIncident(incidentId: string): Promise<void> {
  const { alarms } = alarmState.get();
  const alarm = alarms.find((known) => known.incidentId === incidentId);
  alarmState.set({ alarms: without(alarms, incidentId), refused: null });
  try {
    await gisClient.mutate({
      mutation: AcknowledgeIncidentDocument,
      variables: { commandId: newCommandId(), id: incidentId },
    });
  } catch (cause) {
    alarmState.set((now) => ({
      refused: { incidentId, cause },
      // It must go on pulsing, unless somebody else has acknowledged it meanwhile.
      alarms:
        alarm && mayStillBeUnseen(incidentId)
          ? inOrder([...without(now.alarms, incidentId), alarm])
          : now.alarms,
    }));
  }
}

function mayStillBeUnseen(incidentId: string): boolean {
  const known = gisClient.cache.readFragment({
    from: { __typename: 'Incident', id: incidentId },
    fragment: IncidentLineFragmentDoc,
  });
  return known === null || isUnseen(known);
}

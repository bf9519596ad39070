import { IncidentClassesDocument, type IncidentClassesQuery } from '#gis/generated/graphql.ts';
import { helpClassCode } from '../outbox/outbox-entry.ts';
import { useAsked } from '../use-asked.ts';

export type ReportClass = IncidentClassesQuery['incidentClasses'][number];

const none: readonly ReportClass[] = [];

/** What can be reported; a call for help has a page of its own. */
export function useClasses(): readonly ReportClass[] {
  const { value } = useAsked('classes', IncidentClassesDocument, {});
  return value?.incidentClasses.filter(({ code }) => code !== helpClassCode) ?? none;
}

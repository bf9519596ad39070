import { FieldClassesDocument, type FieldClassesQuery } from '#gis/generated/graphql.ts';
import { helpClassCode } from '../outbox/outbox-entry.ts';
import { useAsked } from '../use-asked.ts';

export type ReportClass = FieldClassesQuery['incidentClasses'][number];

const none: readonly ReportClass[] = [];

/** What can be reported; what takes no new case any more cannot, and a call for help has a page of its own. */
export function useClasses(): readonly ReportClass[] {
  const { value } = useAsked('classes', FieldClassesDocument, {});
  return (
    value?.incidentClasses.filter(({ code, retiredAt }) => code !== helpClassCode && !retiredAt) ??
    none
  );
}

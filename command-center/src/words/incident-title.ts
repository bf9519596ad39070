import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentClassesDocument } from '#gis/generated/graphql.ts';

/** A title that is no more than a class's name is said in the page's language; what somebody wrote stands as written. */
export function incidentTitle(title: string, englishByName: ReadonlyMap<string, string>): string {
  return englishByName.get(title) ?? title;
}

const none: ReadonlyMap<string, string> = new Map();

export function useIncidentTitle(): (title: string) => string {
  const { i18n } = useTranslation();
  const skip = i18n.language !== 'en';
  const classes = useQuery(IncidentClassesDocument, { skip }).data?.incidentClasses;
  const english = useMemo(
    () => (classes ? new Map(classes.map(({ nameZh, nameEn }) => [nameZh, nameEn])) : none),
    [classes],
  );
  return (title) => incidentTitle(title, skip ? none : english);
}

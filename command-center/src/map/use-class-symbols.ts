import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { CityComponentClassesDocument, IncidentClassesDocument } from '#gis/generated/graphql.ts';
import { setMapLookup } from './map-host.ts';

/** Which symbol stands for which class, from the code tables. */
export function useClassSymbols(): void {
  const incidents = useQuery(IncidentClassesDocument).data?.incidentClasses;
  const components = useQuery(CityComponentClassesDocument).data?.cityComponentClasses;
  useEffect(() => {
    if (incidents) setMapLookup('incident-classes', symbolByCode(incidents));
  }, [incidents]);
  useEffect(() => {
    if (components) setMapLookup('city-component-classes', symbolByCode(components));
  }, [components]);
}

function symbolByCode(classes: readonly { code: string; icon: string }[]): Map<string, string> {
  return new Map(classes.map(({ code, icon }) => [code, icon]));
}

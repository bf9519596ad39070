import { useQuery } from '@apollo/client/react';
import { CasesAtPlaceDocument, type IncidentLineFragment } from '#gis/generated/graphql.ts';
import { CaseList } from '../CaseList.tsx';
import type { Stretch } from '../use-stretch.ts';
import type { OpenedPlace } from './opened-place.ts';

type CasesAtPlaceProps = {
  opened: OpenedPlace;
  stretch: Stretch;
  onCase: (incident: IncidentLineFragment) => void;
  onClose: () => void;
};

/** The cases of one spot. */
export function CasesAtPlace({ opened, stretch, onCase, onClose }: CasesAtPlaceProps) {
  const { key, by, classCode, title } = opened;
  const { data, error, refetch } = useQuery(CasesAtPlaceDocument, {
    variables: { ...stretch, by, classCode, key },
    fetchPolicy: 'cache-and-network',
  });
  const rows = data?.casesAtPlace;
  return <CaseList {...{ title, rows, error, refetch, onCase, onClose }} behind={key} />;
}

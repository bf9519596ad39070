import { useQuery } from '@apollo/client/react';
import { CasesAtPlaceDocument, type IncidentLineFragment } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
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
  return (
    <CaseList
      {...{ title, onCase, onClose }}
      behind={key}
      of={faceOf({ value: rows, error, retry: () => void refetch() })}
      total={rows?.total ?? null}
    />
  );
}

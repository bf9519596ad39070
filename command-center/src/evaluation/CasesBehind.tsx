import { useQuery } from '@apollo/client/react';
import { EvaluationRowsDocument, type IncidentLineFragment } from '#gis/generated/graphql.ts';
import { CaseList } from './CaseList.tsx';
import type { OpenedFigure } from './opened-figure.ts';
import type { Stretch } from './use-stretch.ts';

type CasesBehindProps = {
  opened: OpenedFigure;
  stretch: Stretch;
  onCase: (incident: IncidentLineFragment) => void;
  onClose: () => void;
};

/** The cases of one figure. */
export function CasesBehind({ opened, stretch, onCase, onClose }: CasesBehindProps) {
  const { key, counted, by, group, title } = opened;
  const { data, error, refetch } = useQuery(EvaluationRowsDocument, {
    variables: { ...stretch, key, counted, by, group },
    fetchPolicy: 'cache-and-network',
  });
  const rows = data?.evaluationRows;
  return <CaseList {...{ title, rows, error, refetch, onCase, onClose }} behind={key} />;
}

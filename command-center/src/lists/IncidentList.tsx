import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { IncidentsByStateDocument } from '#gis/generated/graphql.ts';
import { IncidentRow } from '#incidents/IncidentRow.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { MoreRows } from './MoreRows.tsx';
import type { ListRequest } from '#map/list-request.ts';
import styles from './lists.module.css';

type IncidentListProps = {
  request: Extract<ListRequest, { kind: 'incidents' }>;
  onClose: () => void;
};

export function IncidentList({ request, onClose }: IncidentListProps) {
  const { t } = useTranslation('lists');
  const variables = {
    areaCode: request.areaCode,
    states: request.states ? [...request.states] : null,
    openOnly: request.openOnly ?? null,
    overdueOnly: request.overdueOnly ?? null,
    reportedToday: request.reportedToday ?? null,
    closedToday: request.closedToday ?? null,
  };
  const { data, error, refetch, fetchMore } = useQuery(IncidentsByStateDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data?.incidents, error, retry: () => void refetch() });
  const more = async (after: string): Promise<void> => {
    await fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        incidents: {
          ...fetchMoreResult.incidents,
          nodes: [...before.incidents.nodes, ...fetchMoreResult.incidents.nodes],
        },
      }),
    });
  };
  return (
    <Panel title={titleOf(request, t)} onClose={onClose} className={styles.list}>
      <PanelFaces of={face} emptyWords={t('noIncidents')} isEmpty={({ nodes }) => !nodes.length}>
        {({ nodes, pageInfo }) => (
          <>
            <ul data-list="incidents">
              {nodes.map((incident) => (
                <li key={incident.id} className={styles.row}>
                  <IncidentRow incident={incident} />
                </li>
              ))}
            </ul>
            <MoreRows pageInfo={pageInfo} more={more} />
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}

function titleOf(
  request: IncidentListProps['request'],
  t: ReturnType<typeof useTranslation<'lists'>>['t'],
): string {
  if (request.overdueOnly) return t('overdueIncidents');
  if (request.reportedToday) return t('reportedToday');
  if (request.closedToday) return t('closedToday');
  if (request.openOnly) return t('openIncidents');
  const names = (request.states ?? []).map((state) => t(`incidents:state.${state}`));
  return names.join(' · ');
}

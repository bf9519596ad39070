import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ViewRequestsDocument, type ViewRequestFieldsFragment } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { MoreRows } from '#lists/MoreRows.tsx';
import { Button } from '#ui/Button.tsx';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { FloorReport } from './FloorReport.tsx';
import { RequestCard } from './RequestCard.tsx';
import { RequestForm } from './RequestForm.tsx';
import { RequestRow } from './RequestRow.tsx';
import styles from './Recordings.module.css';

const pageSize = 50;
const filters = ['all', 'requested', 'approved', 'overdue'] as const;
type Filter = (typeof filters)[number];

/** 录像调阅: who asked for which recordings, what was decided, and the recordings themselves. */
export function RecordingsPage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('recordings');
  const { viewer } = useViewer();
  const [filter, setFilter] = useState<Filter>('all');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const list = useRequests(filter);
  const chosen = list.rows.find(({ id }) => id === chosenId) ?? null;
  const choose = (id: string) => {
    setChosenId(id);
    setAsking(false);
  };
  return (
    <Panel page title={t('title')} onClose={onClose}>
      <div className={styles.columns}>
        <div className={styles.requests}>
          {viewer?.permissions.includes('recording.request') ? (
            <Button
              look="solid"
              className={styles.ask}
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
            >
              <Plus size="1.2em" aria-hidden />
              {t('ask')}
            </Button>
          ) : null}
          <ChoiceBar
            className={styles.filters}
            label={t('filter.label')}
            mark="filter"
            choices={filters}
            chosen={filter}
            words={(each) => t(`filter.${each}`)}
            onChoose={setFilter}
          />
          <PanelFaces of={list.face} emptyWords={t('empty')} isEmpty={(rows) => rows.length === 0}>
            {(rows) => (
              <ul>
                {rows.map((request) => (
                  <RequestRow
                    key={request.id}
                    request={request}
                    chosen={request.id === chosenId}
                    onChoose={() => choose(request.id)}
                  />
                ))}
              </ul>
            )}
          </PanelFaces>
          {list.pageInfo ? <MoreRows pageInfo={list.pageInfo} more={list.more} /> : null}
          <FloorReport />
        </div>
        <div className={styles.chosen}>
          {asking ? (
            <RequestForm
              onAsked={(id) => {
                // Refused, the list says so itself.
                list.refetch().catch(() => undefined);
                choose(id);
              }}
            />
          ) : chosen ? (
            <RequestCard key={chosen.id} request={chosen} />
          ) : (
            <p className={styles.hint}>{t('chooseOne')}</p>
          )}
        </div>
      </div>
    </Panel>
  );
}

function useRequests(filter: Filter) {
  const { data, error, refetch, fetchMore } = useQuery(ViewRequestsDocument, {
    variables: {
      first: pageSize,
      after: null,
      states: filter === 'requested' || filter === 'approved' ? [filter] : null,
      overdue: filter === 'overdue' ? true : null,
    },
    fetchPolicy: 'cache-and-network',
    // Others decide meanwhile; who asks waits for it.
    pollInterval: 10_000,
  });
  const rows: readonly ViewRequestFieldsFragment[] = data?.viewRequests.nodes ?? [];
  const face = faceOf({ value: data?.viewRequests.nodes, error, retry: () => void refetch() });
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { viewRequests: next } }) => ({
        viewRequests: { ...next, nodes: [...before.viewRequests.nodes, ...next.nodes] },
      }),
    });
  return { rows, face, refetch, more, pageInfo: data?.viewRequests.pageInfo };
}

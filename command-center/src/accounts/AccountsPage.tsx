import { useDeferredValue, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AccountsDocument, type AccountFieldsFragment } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { MoreRows } from '#lists/MoreRows.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { AccountRow } from './AccountRow.tsx';
import { CreateAccountForm } from './CreateAccountForm.tsx';
import styles from './AccountsPage.module.css';

const pageSize = 50;

/** Where the administrator creates, moves, resets and closes accounts. */
export function AccountsPage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { viewer } = useViewer();
  const mayManage = viewer?.permissions.includes('account.manage') ?? false;
  return (
    <Panel page title={t('title')} onClose={onClose}>
      {mayManage ? <Accounts /> : <p className={styles.bar}>{t('mayNotManage')}</p>}
    </Panel>
  );
}

function Accounts() {
  const { t } = useTranslation('accounts');
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState(false);
  const [editedId, setEditedId] = useState<string | null>(null);
  const list = useAccounts(useDeferredValue(search.trim()));
  return (
    <>
      <div className={styles.bar}>
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button look="solid" aria-expanded={creating} onClick={() => setCreating(!creating)}>
          {t('create')}
        </Button>
      </div>
      {creating ? (
        <CreateAccountForm
          onCreated={() => {
            setCreating(false);
            // Refused, the list says so itself.
            list.refetch().catch(() => undefined);
          }}
        />
      ) : null}
      <PanelFaces of={list.face} emptyWords={t('empty')} isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <table className={styles.table}>
            <thead>
              <tr>
                {['name', 'displayName', 'role', 'areaCode', 'departmentCode', 'lastSignIn'].map(
                  (field) => (
                    <th key={field}>{t(`field.${field}`)}</th>
                  ),
                )}
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((account) => (
                <AccountRow
                  key={account.id}
                  account={account}
                  edited={account.id === editedId}
                  onEdit={() => setEditedId(account.id === editedId ? null : account.id)}
                />
              ))}
            </tbody>
          </table>
        )}
      </PanelFaces>
      {list.pageInfo ? <MoreRows pageInfo={list.pageInfo} more={list.more} /> : null}
    </>
  );
}

function useAccounts(search: string) {
  const { data, error, refetch, fetchMore } = useQuery(AccountsDocument, {
    variables: { first: pageSize, after: null, search: search || null },
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf<readonly AccountFieldsFragment[]>({
    value: data?.accounts.nodes,
    error,
    retry: () => void refetch(),
  });
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        accounts: {
          ...next.accounts,
          nodes: [...before.accounts.nodes, ...next.accounts.nodes],
        },
      }),
    });
  return { face, refetch, more, pageInfo: data?.accounts.pageInfo };
}

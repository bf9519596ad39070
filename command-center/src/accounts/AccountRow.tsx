import { useTranslation } from 'react-i18next';
import type { AccountFieldsFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { AccountEditor } from './AccountEditor.tsx';
import styles from './AccountsPage.module.css';

type AccountRowProps = { account: AccountFieldsFragment; edited: boolean; onEdit: () => void };

export function AccountRow({ account, edited, onEdit }: AccountRowProps) {
  const { t } = useTranslation('accounts');
  const closed = Boolean(account.closedAt);
  return (
    <>
      <tr className={closed ? styles.closed : undefined} data-account={account.name}>
        <td>{account.name}</td>
        <td>{account.displayName}</td>
        <td>{t(`role.${account.role}`, { defaultValue: account.role })}</td>
        <td>
          {account.area.name} <span className={styles.code}>{account.area.code}</span>
        </td>
        <td>{account.departmentCode ?? ''}</td>
        <td>
          {account.lastSignInAt ? clockWords(new Date(account.lastSignInAt), 'full') : t('never')}
        </td>
        <td>
          {closed ? (
            t('isClosed')
          ) : (
            <Button aria-expanded={edited} onClick={onEdit}>
              {t('edit')}
            </Button>
          )}
        </td>
      </tr>
      {edited && !closed ? (
        <tr>
          <td colSpan={7}>
            <AccountEditor account={account} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

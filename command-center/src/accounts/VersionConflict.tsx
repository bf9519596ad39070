import { useTranslation } from 'react-i18next';
import type { AccountFieldsFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import type { AccountDraft } from './account-draft.ts';
import styles from './AccountsPage.module.css';

type Place = Pick<AccountDraft, 'role' | 'areaCode' | 'departmentCode'>;
type VersionConflictProps = { theirs: AccountFieldsFragment; mine: Place; onKeepMine: () => void };

/** Somebody changed the account meanwhile: both versions side by side, and nothing lost of either. */
export function VersionConflict({ theirs, mine, onKeepMine }: VersionConflictProps) {
  const { t } = useTranslation('accounts');
  const now: Place = {
    role: theirs.role,
    areaCode: theirs.area.code,
    departmentCode: theirs.departmentCode ?? '',
  };
  const fields = ['role', 'areaCode', 'departmentCode'] as const;
  const words = (place: Place, field: (typeof fields)[number]) =>
    field === 'role' ? t(`role.${place.role}`, { defaultValue: place.role }) : place[field] || '—';
  return (
    <div className={styles.conflict} role="alert" data-reason="version-conflict">
      <p>{t('conflict.means')}</p>
      <table>
        <thead>
          <tr>
            <th />
            <th>{t('conflict.theirs')}</th>
            <th>{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} data-differs={now[field] !== mine[field]}>
              <th>{t(`field.${field}`)}</th>
              <td>{words(now, field)}</td>
              <td>{words(mine, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={onKeepMine}>{t('conflict.keepMine')}</Button>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { CameraUseQuery, UseGroupFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import type { OpenedUse, UsedBy } from './opened-use.ts';
import styles from './CameraUse.module.css';

type UseTableProps = {
  use: CameraUseQuery['cameraUse'];
  by: UsedBy;
  opensLooks: boolean;
  onOpen: (opened: OpenedUse) => void;
};

/** Areas or platforms below one another, all together last. */
export function UseTable({ use: { whole, groups }, by, opensLooks, onOpen }: UseTableProps) {
  const { t } = useTranslation('camera-use');
  const purposes = whole.purposes.map(({ purpose }) => purpose);
  const row = (group: UseGroupFragment, isWhole: boolean) => (
    <UseRow
      key={isWhole ? 'whole' : (group.key ?? 'none')}
      {...{ group, purposes, opensLooks, onOpen }}
      by={isWhole ? null : by}
      name={isWhole ? t('whole') : (group.name ?? t(`noGroup.${by}`))}
    />
  );
  return (
    <table className={styles.table} data-camera-use={by}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          {(['cameras', 'unwatched', 'looks', 'minutes'] as const).map((column) => (
            <th key={column} scope="col" className={styles.number}>
              {t(`column.${column}`)}
            </th>
          ))}
          {purposes.map((purpose) => (
            <th key={purpose} scope="col" className={styles.number}>
              {t(`cameras:purpose.${purpose}`, { defaultValue: purpose })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{groups.map((group) => row(group, false))}</tbody>
      <tfoot>{row(whole, true)}</tfoot>
    </table>
  );
}

type UseRowProps = {
  group: UseGroupFragment;
  purposes: readonly string[];
  by: UsedBy | null;
  name: string;
  opensLooks: boolean;
  onOpen: (opened: OpenedUse) => void;
};

function UseRow({ group, purposes, by, name, opensLooks, onOpen }: UseRowProps) {
  const { t } = useTranslation('camera-use');
  const { unwatched, looks } = group;
  const of = { by, group: group.key ?? null };
  const purposeCell = (purpose: string) => {
    const own = group.purposes.find((each) => each.purpose === purpose);
    if (!own) return <span className={styles.quiet}>—</span>;
    const words = t('ofPurpose', { looks: own.looks, minutes: own.minutes });
    const title = `${name} · ${t(`cameras:purpose.${purpose}`, { defaultValue: purpose })}`;
    return opensLooks ? (
      <Button
        look="plain"
        aria-label={t('openLooks', { name: title, count: own.looks })}
        onClick={() =>
          onOpen({ ...of, rows: 'looks', purpose, title: t('looksOf', { name: title }) })
        }
      >
        {words}
      </Button>
    ) : (
      words
    );
  };
  return (
    <tr data-use={by === null ? 'whole' : (group.key ?? 'none')}>
      <th scope="row">{name}</th>
      <td className={styles.number}>{group.cameras}</td>
      <td className={styles.number} data-count="unwatched">
        {unwatched > 0 ? (
          <Button
            look="plain"
            aria-label={t('openUnwatched', { name, count: unwatched })}
            onClick={() =>
              onOpen({ ...of, rows: 'unwatched', purpose: null, title: t('unwatchedOf', { name }) })
            }
          >
            {unwatched}
          </Button>
        ) : (
          0
        )}
      </td>
      <td className={styles.number} data-count="looks">
        {looks > 0 && opensLooks ? (
          <Button
            look="plain"
            aria-label={t('openLooks', { name, count: looks })}
            onClick={() =>
              onOpen({ ...of, rows: 'looks', purpose: null, title: t('looksOf', { name }) })
            }
          >
            {looks}
          </Button>
        ) : (
          looks
        )}
      </td>
      <td className={styles.number}>{group.minutes}</td>
      {purposes.map((purpose) => (
        <td key={purpose} className={styles.number} data-purpose={purpose}>
          {purposeCell(purpose)}
        </td>
      ))}
    </tr>
  );
}

import { useTranslation } from 'react-i18next';

/** Names each column of a list of the register. */
export function TableHead({ columns }: { columns: readonly string[] }) {
  const { t } = useTranslation('register');
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {t(`column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

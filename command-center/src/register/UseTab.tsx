import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CameraUse } from '#camera-use/CameraUse.tsx';
import type { BehindUseProps } from '#camera-use/opened-use.ts';
import { lastMonths, periodOfMonth } from '#evaluation/period.ts';
import { CameraUseLooksDocument } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { RowsPanel } from '#ui/RowsPanel.tsx';
import { lookColumns } from './look-columns.ts';
import { LookRow } from './LookRow.tsx';
import { TableHead } from './TableHead.tsx';
import styles from './Register.module.css';

const shownMonths = 6;

/** 摄像机使用 for who audits: the counts, and the looks behind each. */
export function UseTab() {
  const { t } = useTranslation('register');
  const { viewer } = useViewer();
  const [months] = useState(() => lastMonths(new Date(), shownMonths));
  const [month, setMonth] = useState(months[0]!);
  if (!viewer?.area.code) return null;
  const stretch = { areaCode: viewer.area.code, ...periodOfMonth(month) };
  return (
    <>
      <div className={styles.bar} role="search">
        <select
          aria-label={t('month')}
          value={month}
          data-use-month
          onChange={({ target }) => setMonth(target.value)}
        >
          {months.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </div>
      <CameraUse stretch={stretch} onCamera={null} LooksBehind={LooksBehind} />
    </>
  );
}

function LooksBehind({ opened, stretch, onClose }: BehindUseProps) {
  const { t } = useTranslation('register');
  const { purpose, by, group, title } = opened;
  const { data, error, refetch } = useQuery(CameraUseLooksDocument, {
    variables: { ...stretch, purpose, by, group },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <RowsPanel
      {...{ title, error, refetch, onClose }}
      rows={data?.cameraUseLooks}
      words={{
        counted: String,
        none: t('noLooks'),
        shownOf: (shown) => t('camera-use:shownOf', shown),
      }}
    >
      {({ nodes, total }) => (
        <table className={styles.table} data-looks-behind={total}>
          <TableHead columns={lookColumns} />
          <tbody>
            {nodes.map((look) => (
              <LookRow key={look.id} look={look} onCamera={null} />
            ))}
          </tbody>
        </table>
      )}
    </RowsPanel>
  );
}

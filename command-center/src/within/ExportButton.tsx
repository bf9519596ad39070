import { useState } from 'react';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import {
  ExportRowsDocument,
  type RowExportInput,
  type WithinInput,
} from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import type { RowsAsked } from './question.ts';

type ExportButtonProps = { rows: Exclude<RowsAsked, { kind: 'population' }>; within: WithinInput };

/** The rows on screen as a file; the register says who took which. */
export function ExportButton({ rows, within }: ExportButtonProps) {
  const { t } = useTranslation('within');
  const { viewer } = useViewer();
  const [failed, setFailed] = useState(false);
  if (!viewer?.permissions.includes('data.export')) return null;
  const take = (format: string): void => {
    setFailed(false);
    takeOut({ ...filterOf(rows), within, format }).catch(() => setFailed(true));
  };
  return (
    <>
      {failed ? <span role="alert">{t('export.failed')}</span> : null}
      {(['csv', 'geojson'] as const).map((format) => (
        <Button
          key={format}
          look="plain"
          title={t(`export.${format}`)}
          aria-label={t(`export.${format}`)}
          data-export={format}
          onClick={() => take(format)}
        >
          <Download size="1em" aria-hidden /> {format === 'csv' ? 'CSV' : 'GeoJSON'}
        </Button>
      ))}
    </>
  );
}

type Filter = Omit<RowExportInput, 'commandId' | 'within' | 'format'>;

function filterOf(rows: ExportButtonProps['rows']): Filter {
  switch (rows.kind) {
    case 'cameras':
      return { list: rows.kind, ...(rows.state === null ? {} : { states: [rows.state] }) };
    case 'cityComponents':
      return {
        list: rows.kind,
        ...(rows.classCode === null ? {} : { classCodes: [rows.classCode] }),
      };
    case 'incidents':
      return { list: rows.kind, openOnly: rows.openOnly };
    case 'places':
      return { list: rows.kind, ...(rows.placeKind === null ? {} : { kinds: [rows.placeKind] }) };
    case 'units':
      return { list: rows.kind };
  }
}

async function takeOut(input: Omit<RowExportInput, 'commandId'>): Promise<void> {
  const { data } = await gisClient.mutate({
    mutation: ExportRowsDocument,
    variables: { input: { ...input, commandId: newCommandId() } },
  });
  if (!data) return;
  const { text, mediaType, fileName } = data.exportRows;
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads it after the click has gone through.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

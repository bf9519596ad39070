import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  RecordingExportsDocument,
  type ViewRequestFieldsFragment,
} from '#gis/generated/graphql.ts';
import { ExportForm, type PictureOf } from './ExportForm.tsx';
import { ExportRow } from './ExportRow.tsx';
import styles from './Recordings.module.css';

type ExportsProps = {
  request: ViewRequestFieldsFragment;
  /** The one picture that is being asked for, in place of a stretch. */
  picture: PictureOf | null;
  onPicture: (picture: PictureOf | null) => void;
};

/** Copies asked for on a request: what was decided, what was written, and what became of it. */
export function Exports({ request, picture, onPicture }: ExportsProps) {
  const { t } = useTranslation('recordings');
  const { data, refetch } = useQuery(RecordingExportsDocument, {
    variables: { requestId: request.id },
    fetchPolicy: 'cache-and-network',
    // Somebody else decides, and the gateway writes.
    pollInterval: 3_000,
  });
  const rows = data?.recordingExports.nodes ?? [];
  const mayAsk = request.mine && request.grants;
  if (!mayAsk && rows.length === 0) return null;
  return (
    <section aria-label={t('exports')}>
      <h3 className={styles.head}>{t('exports')}</h3>
      {mayAsk ? (
        <ExportForm
          key={picture?.cameraId}
          request={request}
          picture={picture}
          onPicture={onPicture}
          onAsked={() => {
            onPicture(null);
            // Refused, the list says so itself.
            void refetch().catch(() => undefined);
          }}
        />
      ) : null}
      <ul>
        {rows.map((copy) => (
          <ExportRow key={copy.id} copy={copy} />
        ))}
      </ul>
    </section>
  );
}

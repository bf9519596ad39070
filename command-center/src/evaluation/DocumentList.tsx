import { Download } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DocumentsDocument } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { documentAddress } from '#gis/take-document.ts';
import styles from './Evaluation.module.css';

type DocumentListProps = { areaCode: string; mayTake: boolean };

/** 文书: every file that was made, as it was made. */
export function DocumentList({ areaCode, mayTake }: DocumentListProps) {
  const { t } = useTranslation('evaluation');
  const { data, error, refetch } = useQuery(DocumentsDocument, {
    variables: { areaCode },
    fetchPolicy: 'cache-and-network',
  });
  const retry = () => void refetch();
  return (
    <PanelFaces
      of={faceOf({ value: data?.documents, error, retry })}
      emptyWords={t('noDocuments')}
      isEmpty={(all) => all.length === 0}
    >
      {(all) => (
        <table className={styles.table} data-documents>
          <thead>
            <tr>
              <th scope="col">{t('column.document')}</th>
              <th scope="col">{t('column.kind')}</th>
              <th scope="col">{t('column.madeBy')}</th>
              <th scope="col">{t('column.madeAt')}</th>
              <th scope="col">{t('column.file')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((each) => (
              <tr key={each.id} data-document={each.id}>
                <th scope="row">{each.title}</th>
                <td>{t(`document.${each.kind}`)}</td>
                <td>{each.madeBy === 'system' ? t('schedule.made') : each.madeBy}</td>
                <td>{clockWords(new Date(each.madeAt), 'full')}</td>
                <td>
                  {mayTake ? (
                    <a
                      className={styles.file}
                      href={documentAddress(each)}
                      download={each.fileName}
                    >
                      <Download size="1em" aria-hidden /> {each.format.toUpperCase()}{' '}
                      {sizeWords(each.bytes)}
                    </a>
                  ) : (
                    `${each.format.toUpperCase()} ${sizeWords(each.bytes)}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PanelFaces>
  );
}

const sizeWords = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`;

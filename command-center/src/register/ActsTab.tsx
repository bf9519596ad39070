import { useState } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MoreRows } from '#lists/MoreRows.tsx';
import { Button } from '#ui/Button.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { ActRow } from './ActRow.tsx';
import { TableHead } from './TableHead.tsx';
import { useActs, type Subject } from './use-acts.ts';
import styles from './Register.module.css';

const subjectKinds = [
  'camera',
  'session',
  'account',
  'incident',
  'duty',
  'city-component',
  'video-platform',
  'import',
  'view-request',
  'recording-export',
] as const;

const columns = ['at', 'who', 'kind', 'what', 'where'] as const;

type ChosenSubject = Subject & { name: string | null };

/** The journal as it is read by who audits: what was done, by whom, to what, where. */
export function ActsTab() {
  const { t } = useTranslation('register');
  const [subject, setSubject] = useState<ChosenSubject>({ kind: null, id: null, name: null });
  const { face, more } = useActs(subject);
  return (
    <>
      <SubjectFilter subject={subject} onSubject={setSubject} />
      <PanelFaces
        of={face}
        skeletonRows={12}
        emptyWords={t('noActs')}
        isEmpty={(rows) => rows.length === 0}
      >
        {(rows) => (
          <>
            <table className={styles.table}>
              <TableHead columns={columns} />
              <tbody>
                {rows.map((act) => (
                  <ActRow
                    key={act.seq}
                    act={act}
                    onSubject={(id, name) =>
                      setSubject({ kind: act.subjectKind ?? null, id, name })
                    }
                  />
                ))}
              </tbody>
            </table>
            {more ? (
              <MoreRows
                pageInfo={{ hasNextPage: true, endCursor: String(rows.at(-1)?.seq) }}
                more={more}
              />
            ) : null}
          </>
        )}
      </PanelFaces>
    </>
  );
}

type SubjectFilterProps = { subject: ChosenSubject; onSubject: (subject: ChosenSubject) => void };

function SubjectFilter({ subject: { kind, id, name }, onSubject }: SubjectFilterProps) {
  const { t } = useTranslation('register');
  return (
    <div className={styles.bar} role="search">
      <select
        aria-label={t('subject.label')}
        value={kind ?? ''}
        onChange={(event) => onSubject({ kind: event.target.value || null, id: null, name: null })}
      >
        <option value="">{t('subject.all')}</option>
        {subjectKinds.map((each) => (
          <option key={each} value={each}>
            {t(`subject.${each}`)}
          </option>
        ))}
      </select>
      {id ? (
        <Button data-chosen-subject={id} onClick={() => onSubject({ kind, id: null, name: null })}>
          {t('onlySubject', { name: name ?? id })}
          <X size="1.1em" role="img" aria-label={t('allSubjects')} />
        </Button>
      ) : null}
    </div>
  );
}

import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { MoveIncidentDocument, type CaseFileFragment } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import { MoveRefusal } from './MoveRefusal.tsx';
import styles from './Duplicates.module.css';

/** What was merged into this case, each with its own number; a merge is undone here as well as there. */
export function MergedCases({ incident }: { incident: CaseFileFragment }) {
  const { t } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const { viewer } = useViewer();
  const [send, { error, loading }] = useMutation(MoveIncidentDocument);
  const { mergedCases } = incident;
  if (mergedCases.length === 0) return null;
  const mayUndo = viewer?.permissions.some((right) =>
    ['incident.accept', 'incident.register'].includes(right),
  );
  const undo = ({ id, version }: (typeof mergedCases)[number]): void => {
    send({
      variables: { input: { commandId: newCommandId(), id, version, move: 'unmerge' } },
    }).catch(
      () => undefined, // Said below.
    );
  };
  return (
    <>
      <SectionTitle>{t('mergedCases', { count: mergedCases.length })}</SectionTitle>
      <ul className={styles.list} data-merged-cases={mergedCases.length}>
        {mergedCases.map((each) => (
          <li key={each.id}>
            <span>{each.caseNo ?? titleOf(each.title)}</span>
            <span className={styles.quiet}>
              <Age since={new Date(each.reportedAt)} />
            </span>
            {mayUndo ? (
              <Button look="plain" disabled={loading} onClick={() => undo(each)}>
                {t('move.unmerge')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {error ? <MoveRefusal error={error} given={0} asked={null} /> : null}
    </>
  );
}

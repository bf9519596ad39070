import { useTranslation } from 'react-i18next';
import type { ActFieldsFragment } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { actDetail } from './act-detail.ts';
import { actSubject } from './act-subject.ts';
import styles from './Register.module.css';

type ActRowProps = { act: ActFieldsFragment; onSubject: (id: string, name: string) => void };

export function ActRow({ act, onSubject }: ActRowProps) {
  const { t } = useTranslation('register');
  const { kind, actorName, subjectId } = act;
  const titleOf = useIncidentTitle();
  const name = actSubject(t, act, titleOf);
  return (
    <tr data-act={kind}>
      <td className={styles.time}>{clockWords(new Date(act.at), 'full')}</td>
      <td>{actorName === 'system' ? t('system') : actorName}</td>
      <td>{t(`kinds.${kind}`, { defaultValue: kind })}</td>
      <td>
        {subjectId && name ? (
          <Button look="plain" title={t('onlyThis')} onClick={() => onSubject(subjectId, name)}>
            {name}
          </Button>
        ) : null}{' '}
        {actDetail(t, kind, act.payload)}
      </td>
      <td>
        <WhereCell act={act} />
      </td>
    </tr>
  );
}

/** The place by name where the row's subject has one, else by the code of its area. */
function WhereCell({ act }: { act: ActFieldsFragment }) {
  const { viewer } = useViewer();
  const area = (act.camera ?? act.cityComponent ?? act.incident)?.area;
  if (area) return area.name;
  return act.areaCode === viewer?.area.code ? viewer?.area.name : act.areaCode;
}

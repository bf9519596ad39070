import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { DepartmentsInUseDocument, SetDepartmentClosedDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { RuleRefusal } from './RuleRefusal.tsx';
import styles from './CaseRules.module.css';

/** Which departments get cases. */
export function DepartmentsTab({ mayKeep }: { mayKeep: boolean }) {
  const { t } = useTranslation('case-rules');
  const nameOf = useClassName();
  const { data, error, refetch } = useQuery(DepartmentsInUseDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const [close, closing] = useMutation(SetDepartmentClosedDocument);
  const face = faceOf({ value: data?.departments, error, retry: () => void refetch() });
  const set = (code: string, closed: boolean): void => {
    const variables = { commandId: newCommandId(), code, closed };
    // A refusal is said above the list.
    close({ variables }).then(
      () => void refetch(),
      () => {},
    );
  };
  return (
    <section className={styles.section}>
      <RuleRefusal error={closing.error} />
      <PanelFaces of={face} emptyWords={t('noDepartments')} isEmpty={(all) => all.length === 0}>
        {(all) => (
          <table className={styles.table}>
            <tbody>
              {all.map((each) => (
                <tr key={each.code} data-department={each.code}>
                  <th scope="row">{nameOf(each)}</th>
                  <td className={styles.quiet}>{each.code}</td>
                  <td>{each.closedAt ? t('closed') : t('inUse')}</td>
                  <td>
                    {mayKeep ? (
                      <Button onClick={() => set(each.code, !each.closedAt)}>
                        {t(each.closedAt ? 'openDepartment' : 'closeDepartment')}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PanelFaces>
    </section>
  );
}

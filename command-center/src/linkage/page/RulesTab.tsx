import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import type { ShownIncident } from './FiringList.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleRow } from './RuleRow.tsx';
import { useRules } from './use-rules.ts';
import styles from './Linkage.module.css';

type RulesTabProps = {
  viewer: Viewer;
  chosenId: string | null;
  onChoose: (ruleId: string | null) => void;
  onIncident: (incident: ShownIncident) => void;
};

/** The rules at the left, the chosen one as a sentence at the right. */
export function RulesTab({ viewer, chosenId, onChoose, onIncident }: RulesTabProps) {
  const { t } = useTranslation('linkage');
  const { face, rules, refetch } = useRules();
  const [making, setMaking] = useState(false);
  const mayEdit = viewer.permissions.includes('linkage.edit');
  const chosen = rules.find(({ id }) => id === chosenId) ?? null;
  const choose = (id: string | null): void => {
    setMaking(false);
    onChoose(id);
  };
  const saved = async (id: string | null): Promise<void> => {
    // Refused, the list says so itself.
    await refetch().catch(() => undefined);
    choose(id);
  };
  return (
    <div className={styles.columns}>
      <div className={styles.rules}>
        {mayEdit ? (
          <Button
            look="solid"
            className={styles.make}
            data-act="new-rule"
            aria-expanded={making}
            onClick={() => setMaking(!making)}
          >
            <Plus size="1.2em" aria-hidden />
            {t('newRule')}
          </Button>
        ) : null}
        <PanelFaces of={face} emptyWords={t('noRules')} isEmpty={(rows) => rows.length === 0}>
          {(rows) => (
            <ul>
              {rows.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  rules={rules}
                  chosen={rule.id === chosenId && !making}
                  mayEdit={mayEdit}
                  onChoose={() => choose(rule.id)}
                />
              ))}
            </ul>
          )}
        </PanelFaces>
      </div>
      <div className={styles.chosen}>
        {making || chosen ? (
          <RuleEditor
            key={making ? 'new' : chosen!.id}
            rule={making ? null : chosen}
            areaCode={viewer.area.code}
            mayEdit={mayEdit}
            onSaved={saved}
            onIncident={onIncident}
          />
        ) : (
          <p className={styles.hint}>{t('chooseRule')}</p>
        )}
      </div>
    </div>
  );
}

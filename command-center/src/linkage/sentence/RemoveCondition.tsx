import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { useAddedConditions } from './added-conditions.ts';
import { withoutCondition, type Condition } from './rule-draft.ts';
import { useSentence } from './sentence-context.ts';

/** Takes a condition out of the sentence, with what was chosen in it. */
export function RemoveCondition({ condition }: { condition: Condition }) {
  const { t } = useTranslation('linkage');
  const { rule, change } = useSentence();
  const { remove } = useAddedConditions();
  return (
    <Button
      data-act={`remove-${condition}`}
      onClick={() => {
        remove(condition);
        change?.(withoutCondition(rule, condition));
      }}
    >
      {t('removeCondition')}
    </Button>
  );
}

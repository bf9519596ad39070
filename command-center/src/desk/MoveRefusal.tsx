import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useFailureWords } from '#words/failure-words.ts';
import type { MoveDraft } from './move-draft.ts';
import { refusalOfMove } from './refusal-of-move.ts';
import styles from './CaseMoves.module.css';

type MoveRefusalProps = { error: unknown; given: number; asked: MoveDraft | null };

/** Why it did not go; where somebody was faster both versions stand side by side and nothing written is lost. */
export function MoveRefusal({ error, given, asked }: MoveRefusalProps) {
  const { t, i18n } = useTranslation('desk');
  const failureWords = useFailureWords();
  const refused = refusalOfMove(error);
  if (refused?.newer) {
    const { state, by, at, lastMove } = refused.newer;
    return (
      <div className={styles.conflict} role="alert" data-conflict={given}>
        <div>
          <h4>{t('conflict.yours')}</h4>
          <p>{asked ? t(`move.${asked.move}`) : null}</p>
          {asked?.note ? <q>{asked.note}</q> : null}
        </div>
        <div>
          <h4>{t('conflict.now')}</h4>
          <p>
            {t(`incidents:state.${state}`)}
            {lastMove ? ` · ${t(`move.${lastMove}`, { defaultValue: lastMove })}` : null}
          </p>
          <p>
            {by} {at ? clockWords(new Date(at), 'full', i18n.language) : null}
          </p>
        </div>
        <p>{given === refused.newer.version ? t('conflict.again') : t('conflict.loading')}</p>
      </div>
    );
  }
  const words = refused
    ? t(`refused.${refused.reason}`, { defaultValue: failureWords(error) })
    : failureWords(error);
  return (
    <p className={styles.refused} role="alert">
      {words}
    </p>
  );
}

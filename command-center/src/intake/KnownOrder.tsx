import { useTranslation } from 'react-i18next';
import { revisableFields, type IncidentState } from 'grid-data';
import type { KnownOrderQuery } from '#gis/generated/graphql.ts';
import { select } from '#map/map-model.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import type { CaseDraft } from './case-draft.ts';
import styles from './Intake.module.css';

type Known = NonNullable<KnownOrderQuery['knownOrder']>;
type KnownOrderProps = {
  known: Known;
  draft: CaseDraft;
  onWrite: (part: Pick<CaseDraft, 'asRevision'>) => void;
};

/** Before it is sent: the number has a case already, and what a second word under it would change there. */
export function KnownOrder({ known, draft, onWrite }: KnownOrderProps) {
  const { t } = useTranslation('intake');
  const titleOf = useIncidentTitle();
  const { incident, revision } = known;
  if (!incident) {
    return (
      <p className={styles.warning} data-known-order="elsewhere">
        {t('known.elsewhere')}
      </p>
    );
  }
  const { id, caseNo, title, state, reportedAt, position: at } = incident;
  const fields = revisableFields(state as IncidentState);
  const names = fields.map((field) => t(`known.field.${field}`)).join(t('known.and'));
  return (
    <section className={styles.warning} data-known-order={id}>
      <h4>{t('known.title', { revision })}</h4>
      <p className={styles.line}>
        <span>
          {caseNo ?? titleOf(title)}{' '}
          <span className={styles.quiet}>
            {t(`incidents:state.${state}`)} · <Age since={new Date(reportedAt)} />
          </span>
        </span>
        <Button
          onClick={() => select({ kind: 'incident', id, position: [at.longitude, at.latitude] })}
        >
          {t('open')}
        </Button>
      </p>
      {fields.length > 0 ? (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={draft.asRevision}
            onChange={(event) => onWrite({ asRevision: event.target.checked })}
          />
          {t('known.asRevision', { revision: revision + 1, names })}
        </label>
      ) : (
        <p>{t('known.ended')}</p>
      )}
    </section>
  );
}

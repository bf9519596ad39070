import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { callBackOutcomes } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  CallBackReporterDocument,
  CaseReporterDocument,
  UnmaskReporterDocument,
  type CaseReporterQuery,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { Facts } from '#ui/Facts.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { Field } from './Field.tsx';
import styles from './Intake.module.css';

type ReporterCardProps = { incidentId: string; mayUnmask: boolean };
type Told = NonNullable<CaseReporterQuery['incident']>;
type Opened = 'reason' | 'call-back' | null;

/** Who told of a case: masked, shown for a reason that the register keeps, called back and answered. */
export function ReporterCard({ incidentId, mayUnmask }: ReporterCardProps) {
  const { t } = useTranslation('intake');
  const [opened, setOpened] = useState<Opened>(null);
  const { data } = useQuery(CaseReporterDocument, {
    variables: { id: incidentId },
    fetchPolicy: 'cache-and-network',
  });
  // What is shown in the clear goes with this page: it is neither in the cache nor kept.
  const [unmask, shown] = useMutation(UnmaskReporterDocument, { fetchPolicy: 'no-cache' });
  const incident = data?.incident;
  if (!incident?.reporter && !incident?.order) return null;
  const person = shown.data?.unmaskReporter ?? incident.reporter;
  return (
    <section className={styles.card} data-reporter={shown.data ? 'clear' : 'masked'}>
      <SectionTitle>{t('reporter')}</SectionTitle>
      <Facts
        facts={[
          [t('externalId'), orderWords(incident)],
          [t('name'), person?.name],
          [t('telephone'), person?.telephone],
          [t('home'), person?.home],
          [t('callBack'), person?.wantsCallBack ? t('wantsCallBack') : null],
        ]}
      />
      <CallBacks callBacks={incident.callBacks} />
      {mayUnmask && incident.reporter ? (
        <div className={styles.acts}>
          {shown.data ? null : (
            <Button onClick={() => setOpened(opened === 'reason' ? null : 'reason')}>
              {t('unmask')}
            </Button>
          )}
          <Button onClick={() => setOpened(opened === 'call-back' ? null : 'call-back')}>
            {t('writeCallBack')}
          </Button>
        </div>
      ) : null}
      {opened === 'reason' && !shown.data ? (
        <ReasonForm
          error={shown.error}
          onReason={(reason) => {
            const variables = { commandId: newCommandId(), incidentId, reason };
            // A refusal is said by the form; what was written stays.
            unmask({ variables }).then(
              () => setOpened(null),
              () => {},
            );
          }}
        />
      ) : null}
      {opened === 'call-back' ? (
        <CallBackForm incidentId={incidentId} onDone={() => setOpened(null)} />
      ) : null}
    </section>
  );
}

function orderWords({ order }: Told): string | null {
  if (!order) return null;
  return order.revision > 1 ? `${order.externalId} (v${order.revision})` : order.externalId;
}

function CallBacks({ callBacks }: Pick<Told, 'callBacks'>) {
  const { t } = useTranslation('intake');
  if (callBacks.length === 0) return null;
  return (
    <ul className={styles.offers}>
      {callBacks.map(({ id, outcome, answer, calledAt, calledBy }) => (
        <li key={id} data-call-back={outcome}>
          {t(`outcome.${outcome}`)} <q>{answer}</q>{' '}
          <span className={styles.quiet}>
            {calledBy} <ClockTime at={new Date(calledAt)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

type ReasonFormProps = { error: unknown; onReason: (reason: string) => void };

function ReasonForm({ error, onReason }: ReasonFormProps) {
  const { t } = useTranslation('intake');
  const failureWords = useFailureWords();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') onReason(reason);
  };
  return (
    <form className={styles.inner} onSubmit={submit} onKeyDown={(event) => event.stopPropagation()}>
      <Field name={t('unmaskReason')} wide>
        {(id) => (
          <input
            id={id}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {error ? (
        <p className={styles.refused} role="alert">
          {failureWords(error)}
        </p>
      ) : null}
      <div className={styles.acts}>
        <Button look="solid" type="submit" disabled={reason.trim() === ''}>
          {t('unmaskNow')}
        </Button>
      </div>
    </form>
  );
}

function CallBackForm({ incidentId, onDone }: { incidentId: string; onDone: () => void }) {
  const { t } = useTranslation('intake');
  const failureWords = useFailureWords();
  const [outcome, setOutcome] = useState<string>(callBackOutcomes[0]);
  const [answer, setAnswer] = useState('');
  const [commandId] = useState(newCommandId);
  const [write, { loading, error }] = useMutation(CallBackReporterDocument);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (answer.trim() === '') return;
    // A refusal is said below; what was written stays.
    write({ variables: { commandId, incidentId, outcome, answer } }).then(onDone, () => {});
  };
  return (
    <form className={styles.inner} onSubmit={submit} onKeyDown={(event) => event.stopPropagation()}>
      <Field name={t('outcomeName')}>
        {(id) => (
          <select id={id} value={outcome} onChange={(event) => setOutcome(event.target.value)}>
            {callBackOutcomes.map((each) => (
              <option key={each} value={each}>
                {t(`outcome.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name={t('answer')} wide>
        {(id) => (
          <textarea
            id={id}
            rows={2}
            maxLength={2_000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      {error ? (
        <p className={styles.refused} role="alert">
          {failureWords(error)}
        </p>
      ) : null}
      <div className={styles.acts}>
        <Button look="solid" type="submit" disabled={loading || answer.trim() === ''}>
          {t('writeDown')}
        </Button>
      </div>
    </form>
  );
}

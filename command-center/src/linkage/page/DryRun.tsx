import { useState } from 'react';
import { useLazyQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { LinkageRule } from 'grid-data';
import { DryRunLinkageRuleDocument, type DryRunLinkageRuleQuery } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useFailureWords } from '#words/failure-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { cityDay } from './city-day.ts';
import { FiringCameras } from './FiringCameras.tsx';
import type { ShownIncident } from './FiringList.tsx';
import { TriggerRows } from './TriggerRows.tsx';
import styles from './Linkage.module.css';

type DryRunProps = {
  ruleId: string | null;
  rule: LinkageRule;
  onIncident: (incident: ShownIncident) => void;
};
type Run = DryRunLinkageRuleQuery['dryRunLinkageRule'];

const dayMs = 24 * 3_600_000;

/** What the sentence as it stands would have done on a day gone by; nothing is carried out. */
export function DryRun({ ruleId, rule, onIncident }: DryRunProps) {
  const { t } = useTranslation('linkage');
  const failureWords = useFailureWords();
  const [today] = useState(() => Date.now());
  const [day, setDay] = useState(() => cityDay(today - dayMs));
  const [triedRule, setTriedRule] = useState<LinkageRule | null>(null);
  const [ask, { data, error, loading }] = useLazyQuery(DryRunLinkageRuleDocument, {
    fetchPolicy: 'no-cache',
  });
  const run = data?.dryRunLinkageRule;
  const send = (): void => {
    setTriedRule(rule);
    ask({ variables: { id: ruleId, rule, day } }).catch(() => undefined);
  };
  return (
    <section className={styles.dryRun} aria-label={t('dryRun.title')} data-dry-run>
      <p className={styles.acts}>
        <label>
          {t('dryRun.day')}{' '}
          <input
            type="date"
            name="dry-run-day"
            value={day}
            max={cityDay(today)}
            onChange={({ target }) => setDay(target.value)}
          />
        </label>
        <Button data-act="dry-run" disabled={loading || day === ''} onClick={send}>
          {t('dryRun.run')}
        </Button>
        <span className={styles.aside}>{t('dryRun.means')}</span>
      </p>
      {error ? (
        <p className={styles.refused} role="alert">
          {failureWords(error)}
        </p>
      ) : null}
      {run && !loading ? (
        <>
          {triedRule === rule ? null : <p className={styles.refused}>{t('dryRun.changed')}</p>}
          <Result run={run} onIncident={onIncident} />
        </>
      ) : null}
    </section>
  );
}

function Result({ run, onIncident }: { run: Run; onIncident: DryRunProps['onIncident'] }) {
  const { t } = useTranslation('linkage');
  const { judged, triggers, firingCount, firings } = run;
  return (
    <>
      <p role="status" data-dry-firings={firingCount} data-dry-triggers={triggers}>
        {run.unknowable
          ? t(`dryRun.unknowable.${run.unknowable}`)
          : t('dryRun.result', {
              ...{ judged, firings: firingCount, merged: triggers - firingCount },
              from: clockWords(new Date(run.from), 'full'),
              to: clockWords(new Date(run.to), 'full'),
            })}
        {run.truncated ? ` ${t('dryRun.truncated')}` : null}
        {firings.length < firingCount ? ` ${t('dryRun.newest', { count: firings.length })}` : null}
      </p>
      <ul className={styles.firings}>
        {firings.map((firing) => (
          <DryFiring key={firing.triggerSeq} firing={firing} onIncident={onIncident} />
        ))}
      </ul>
    </>
  );
}

type DryFiringProps = { firing: Run['firings'][number]; onIncident: DryRunProps['onIncident'] };

function DryFiring({ firing, onIncident }: DryFiringProps) {
  const { t } = useTranslation('linkage');
  const titleOf = useIncidentTitle();
  const { triggerSeq, at, kind, title, incident, count, quiet, merged, cameras } = firing;
  const words = title ? titleOf(title) : t(`trigger.${kind}`);
  return (
    <li className={styles.firing} data-dry-firing={triggerSeq}>
      <p className={styles.cause}>
        <time dateTime={at}>{clockWords(new Date(at), 'full')}</time>
        {incident ? (
          <Button look="plain" onClick={() => onIncident(incident)}>
            {words}
          </Button>
        ) : (
          <span>{words}</span>
        )}
        <span className={styles.aside}>
          {t('cause', { kind: t(`trigger.${kind}`), seq: triggerSeq })}
        </span>
        {count > 1 ? (
          <span className={styles.count} data-count={count}>
            {t('times', { count })}
          </span>
        ) : null}
        {quiet ? <span className={styles.refused}>{t('refusal.quiet-hours')}</span> : null}
      </p>
      <FiringCameras cameras={cameras} />
      {merged.length > 0 ? (
        <details>
          <summary>{t('mergedRows', { count: count - 1 })}</summary>
          <TriggerRows rows={merged} />
        </details>
      ) : null}
    </li>
  );
}

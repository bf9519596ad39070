import { useState } from 'react';
import { useLazyQuery, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  LinkageFiringsDocument,
  LinkageTriggersDocument,
  type FiringFieldsFragment,
  type LinkageTriggersQuery,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { outcomeWords, useRuleName } from '../outcome-words.ts';
import { FiringCameras } from './FiringCameras.tsx';
import { TriggerRows } from './TriggerRows.tsx';
import { useOnLinkage, useRules } from './use-rules.ts';
import styles from './Linkage.module.css';

export type ShownIncident = { id: string; position: { longitude: number; latitude: number } };

type FiringListProps = {
  ruleId: string | null;
  onRule: (ruleId: string | null) => void;
  onIncident: (incident: ShownIncident) => void;
};

const pageSize = 50;
type Firing = FiringFieldsFragment;

/** What rules did, newest first: with the row that set them off, and what became of each action. */
export function FiringList({ ruleId, onRule, onIncident }: FiringListProps) {
  const { t } = useTranslation('linkage');
  const nameOf = useRuleName();
  const { rules } = useRules();
  const { face, more } = useFirings(ruleId);
  return (
    <div className={styles.firingList}>
      <p className={styles.acts}>
        <label>
          {t('ofRule')}{' '}
          <select
            name="firings-of"
            value={ruleId ?? ''}
            onChange={({ target }) => onRule(target.value || null)}
          >
            <option value="">{t('allRules')}</option>
            {rules.map(({ id, name }) => (
              <option key={id} value={id}>
                {nameOf(name)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <PanelFaces of={face} emptyWords={t('noFirings')} isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ul className={styles.firings}>
            {rows.map((firing) => (
              <FiringRow key={firing.id} firing={firing} onIncident={onIncident} />
            ))}
          </ul>
        )}
      </PanelFaces>
      {more ? (
        <Button data-act="more-firings" onClick={() => void more()}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
}

/** The newest, kept current, and before them as many as were asked for. */
function useFirings(ruleId: string | null) {
  const head = { ruleId, beforeSeq: null, first: pageSize };
  const { data, error, refetch, fetchMore } = useQuery(LinkageFiringsDocument, {
    variables: head,
    fetchPolicy: 'cache-and-network',
  });
  useOnLinkage(refetch);
  const [earlier, setEarlier] = useState<{ of: string | null; rows: readonly Firing[] }>(none);
  const [ended, setEnded] = useState<string | null | undefined>(undefined);
  const newest = data?.linkageFirings;
  const known = earlier.of === ruleId ? earlier.rows : [];
  const rows = newest && newestFirst([...newest, ...known]);
  const last = rows?.at(-1);
  const ask = async (): Promise<void> => {
    // Rules that one row set off stand side by side: what is known of them already is left out again.
    const variables = { ...head, beforeSeq: (last?.triggerSeq ?? 0) + 1 };
    const answer = await fetchMore({ variables, updateQuery: (before) => before }).catch(
      () => null,
    );
    const next = answer?.data?.linkageFirings;
    if (!next) return;
    if (next.length < pageSize) setEnded(ruleId);
    setEarlier({ of: ruleId, rows: [...(rows ?? []), ...next] });
  };
  const whole = (newest?.length ?? 0) < pageSize || ended === ruleId;
  return {
    face: faceOf({ value: rows, error, retry: () => void refetch() }),
    more: whole ? null : ask,
  };
}

const none = { of: null, rows: [] };

function newestFirst(firings: readonly Firing[]): Firing[] {
  const byId = new Map(firings.toReversed().map((firing) => [firing.id, firing]));
  return [...byId.values()].sort((a, b) => b.triggerSeq - a.triggerSeq);
}

type FiringProps = { firing: Firing; onIncident: FiringListProps['onIncident'] };

function FiringRow({ firing, onIncident }: FiringProps) {
  const { t } = useTranslation('linkage');
  const nameOf = useRuleName();
  const titleOf = useIncidentTitle();
  const { id, ruleName, triggerKind, triggerSeq, incident, title, firedAt, outcomes } = firing;
  const words = title ? titleOf(title) : t(`trigger.${triggerKind}`);
  return (
    <li className={styles.firing} data-firing={id}>
      <p className={styles.cause}>
        <time dateTime={firedAt}>{clockWords(new Date(firedAt), 'full')}</time>
        <strong>{nameOf(ruleName)}</strong>
        {incident ? (
          <Button look="plain" data-act="open-incident" onClick={() => onIncident(incident)}>
            {words}
          </Button>
        ) : (
          <span>{words}</span>
        )}
        <span className={styles.aside} data-cause={triggerSeq}>
          {t('cause', { kind: t(`trigger.${triggerKind}`), seq: triggerSeq })}
          {firing.area ? ` · ${firing.area.name}` : null}
        </span>
      </p>
      <ul className={styles.outcomes}>
        {outcomes.map((outcome, index) => (
          // Effects stand in the order of their rule and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} data-outcome={outcome.kind} data-state={outcome.state}>
            {outcomeWords(t, outcome)}
            <FiringCameras cameras={outcome.cameras} />
          </li>
        ))}
      </ul>
      {firing.count > 1 ? <Merged firing={firing} /> : null}
    </li>
  );
}

type Row = NonNullable<LinkageTriggersQuery['linkageFiring']>['triggers'][number];

/** A storm: every row that was counted in can be opened. */
function Merged({ firing: { id, count } }: Pick<FiringProps, 'firing'>) {
  const { t } = useTranslation('linkage');
  const failureWords = useFailureWords();
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [ask, { error, loading }] = useLazyQuery(LinkageTriggersDocument, {
    fetchPolicy: 'no-cache',
  });
  const more = async (): Promise<void> => {
    const afterSeq = rows?.at(-1)?.seq ?? 0;
    const answer = await ask({ variables: { id, afterSeq } }).catch(() => null);
    const next = answer?.data?.linkageFiring?.triggers;
    if (next) setRows([...(rows ?? []), ...next]);
  };
  return (
    <div data-merged={count}>
      <span className={styles.count} data-count={count}>
        {t('times', { count })}
      </span>{' '}
      {(rows?.length ?? 0) < count ? (
        <Button look="plain" data-act="open-merged" disabled={loading} onClick={() => void more()}>
          {rows === null ? t('openRows', { count }) : t('more')}
        </Button>
      ) : null}
      {error ? <span className={styles.refused}>{failureWords(error)}</span> : null}
      {rows ? <TriggerRows rows={rows} /> : null}
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import { clockWords } from '#ui/clock-words.ts';
import { FieldChargesDocument, type FieldCaseFragment } from '#gis/generated/graphql.ts';
import { outbox } from '../field-parts.ts';
import { chargeOf, inChargeFirst, type Charge } from '../leave/charge-of.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { Worker } from '../session/worker-session.ts';
import { useAsked, type Asked } from '../use-asked.ts';
import { CaseSheet } from './CaseSheet.tsx';
import styles from './Cases.module.css';

type CaseListProps<Value> = {
  title: string;
  empty: string;
  worker: Worker;
  asked: Asked<Value>;
  cases: readonly FieldCaseFragment[];
  more: boolean;
};

/** Cases that wait for somebody; without a line, as they were known last. */
export function CaseList<Value>(props: CaseListProps<Value>) {
  const { title, empty, worker, asked, cases, more } = props;
  const { t, i18n } = useTranslation('field');
  const [openId, setOpenId] = useState<string | null>(null);
  const entries = useStore(outbox.state, (state) => state.entries);
  const charges = useAsked('charges', FieldChargesDocument, {}).value?.myCharges ?? [];
  const opened = cases.find(({ id }) => id === openId);
  return (
    <section className={styles.list} aria-label={title}>
      <header className={styles.head}>
        <h2>
          {title}
          {asked.value === null ? null : <span data-count={cases.length}> {cases.length}</span>}
        </h2>
        {asked.stale && asked.asOf ? (
          <p data-stale>
            {t('asOf', { time: clockWords(asked.asOf, 'dayMinutes', i18n.language) })}
          </p>
        ) : null}
      </header>
      {asked.value === null ? (
        <p className={styles.none}>{t(asked.failed ? 'notKnown' : 'loading')}</p>
      ) : cases.length === 0 ? (
        <p className={styles.none}>{empty}</p>
      ) : (
        <ul>
          {inChargeFirst(cases, charges).map((each) => (
            <li key={each.id}>
              <CaseRow
                of={each}
                charge={chargeOf(each, charges)}
                pending={pendingMove(entries, each.id)}
                onOpen={() => setOpenId(each.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {more ? <p className={styles.none}>{t('cases.more', { count: cases.length })}</p> : null}
      {opened ? (
        <CaseSheet
          of={opened}
          worker={worker}
          pending={pendingMove(entries, opened.id)}
          onDone={asked.refresh}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </section>
  );
}

/** A move on this case that the server has not heard of yet. */
export function pendingMove(entries: readonly OutboxEntry[], id: string): OutboxEntry | null {
  return (
    entries.find(
      ({ body, state }) => state !== 'sent' && body.kind === 'move' && body.input.id === id,
    ) ?? null
  );
}

type CaseRowProps = {
  of: FieldCaseFragment;
  charge: Charge | null;
  pending: OutboxEntry | null;
  onOpen: () => void;
};

function CaseRow({ of, charge, pending, onOpen }: CaseRowProps) {
  const { t, i18n } = useTranslation('field');
  const { id, title, state, area, address, dueAt, overdue } = of;
  const chargeWords = ({ standsInFor }: Charge): string =>
    standsInFor ? t('charge.standsIn', { name: standsInFor }) : t('charge.mine');
  return (
    <button type="button" className={styles.row} data-case-row={id} onClick={onOpen}>
      <strong>{title}</strong>
      <span className={styles.state} data-late={overdue}>
        {pending ? t('cases.waits') : t(`incidents:state.${state}`)}
      </span>
      <span className={styles.where}>
        {charge ? <b data-in-charge>{chargeWords(charge)} · </b> : null}
        {address ?? area.name}
      </span>
      {dueAt ? (
        <span className={styles.due} data-late={overdue}>
          {t('cases.due', { time: clockWords(new Date(dueAt), 'dayMinutes', i18n.language) })}
        </span>
      ) : null}
    </button>
  );
}

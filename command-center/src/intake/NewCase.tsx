import { useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { incidentSourceTable, sourceRule, type IncidentSource } from 'grid-data';
import { PhotoField } from '#desk/PhotoField.tsx';
import { newCommandId } from '#gis/command-id.ts';
import { ReportIncidentDocument } from '#gis/generated/graphql.ts';
import { flyToPlace } from '#map/map-host.ts';
import { select } from '#map/map-model.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { AboutComponent } from './AboutComponent.tsx';
import { emptyCase, keepCaseDraft, type CaseDraft } from './case-draft.ts';
import { ClassField } from './ClassField.tsx';
import { Field } from './Field.tsx';
import { KnownOrder } from './KnownOrder.tsx';
import { LikelySame } from './LikelySame.tsx';
import { PlaceField } from './PlaceField.tsx';
import { useSeatDraft } from './use-seat-draft.ts';
import { useKnownOrder, type Known } from './use-known-order.ts';
import styles from './Intake.module.css';

type NewCaseProps = { className?: string | undefined; onClose: () => void };

/** What a seat takes down from a caller or a paper; the field's own reports come from the phone. */
const sources = incidentSourceTable.filter(
  ({ source }) => !['grid-worker', 'public-report', 'bulk-file', 'theme'].includes(source),
);

/** 新建案件: who calls, what and where; sent once, and opened. */
export function NewCase({ className, onClose }: NewCaseProps) {
  const { t } = useTranslation('intake');
  const { draft, setDraft, waiting, take, drop } = useSeatDraft();
  const [commandId] = useState(newCommandId);
  const [report, { loading, error }] = useMutation(ReportIncidentDocument);
  const write = (part: Partial<CaseDraft>): void => {
    // Wanted of one number, not of the next.
    const isOther = 'externalId' in part || 'source' in part;
    const next = { ...draft, ...(isOther ? { asRevision: false } : {}), ...part };
    setDraft(next);
    keepCaseDraft(next);
  };
  const { position } = draft;
  const { known, maySend, askAgain } = useKnownOrder(draft);
  const isComplete = draft.classCode !== '' && position !== null;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete || position === null || !maySend) return;
    const input = inputOf(draft, { position, commandId, known });
    const { data } = await report({ variables: { input } }).catch((cause: unknown) => {
      // Somebody else has told it under this number meanwhile: it is said, and what was written stays.
      askAgain();
      throw cause;
    });
    if (!data) return;
    keepCaseDraft(null);
    const { id } = data.reportIncident;
    const at: [number, number] = [position.longitude, position.latitude];
    select({ kind: 'incident', id, position: at });
    flyToPlace(at);
    onClose();
  };
  const reason = error ? refusalOf(error).reason : null;
  return (
    <Panel raised title={t('newCase')} onClose={onClose} className={className}>
      <form
        className={styles.form}
        data-new-case
        // What goes wrong is said below by the mutation's own state.
        onSubmit={(event) => void send(event).catch(() => {})}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {waiting ? (
          <section className={styles.warning} data-asked-case>
            <p>
              {t('asked.waits', { what: waiting.address || waiting.cityComponent?.name || '' })}
            </p>
            <Button onClick={take}>{t('asked.take')}</Button>
            <Button onClick={drop}>{t('asked.drop')}</Button>
          </section>
        ) : null}
        <Caller draft={draft} onWrite={write} />
        {known ? <KnownOrder known={known} draft={draft} onWrite={write} /> : null}
        <ClassField
          value={draft.classCode}
          componentCode={draft.cityComponent?.code}
          onChoose={(classCode) => write({ classCode })}
        />
        <PlaceField draft={draft} onWrite={write} />
        <AboutComponent draft={draft} onWrite={write} />
        <Field name={t('description')} wide>
          {(id) => (
            <textarea
              id={id}
              rows={3}
              maxLength={4_000}
              value={draft.description}
              onChange={(event) => write({ description: event.target.value })}
            />
          )}
        </Field>
        <div className={styles.field} data-wide="true">
          <PhotoField value={draft.photoIds} onChange={(photoIds) => write({ photoIds })} />
        </div>
        {isComplete ? <LikelySame classCode={draft.classCode} position={position} /> : null}
        {reason ? (
          <p className={styles.refused} role="alert">
            {t(`refusal.${reason}`, { defaultValue: t('refusal.other', { reason }) })}
          </p>
        ) : null}
        <div className={styles.acts}>
          <Button look="solid" type="submit" disabled={!isComplete || loading || !maySend}>
            {t('send')}
          </Button>
          <Button
            onClick={() => {
              keepCaseDraft(null);
              setDraft(emptyCase);
            }}
          >
            {t('clear')}
          </Button>
          {isComplete ? null : <span className={styles.quiet}>{t('missing')}</span>}
        </div>
      </form>
    </Panel>
  );
}

type Sending = {
  position: { longitude: number; latitude: number };
  commandId: string;
  known: Known | null;
};

function inputOf(draft: CaseDraft, { position, commandId, known }: Sending) {
  const { source, name, telephone, home, wantsCallBack } = draft;
  const rule = sourceRule(source);
  const said = (text: string) => (text.trim() === '' ? null : text);
  const externalId = rule.numbered ? said(draft.externalId) : null;
  return {
    commandId,
    source,
    position,
    classCode: draft.classCode,
    // A newer revision takes back what it does not say: what nobody has touched stays.
    address: said(draft.address) ?? known?.incident?.address ?? null,
    cityComponentCode: draft.cityComponent?.code ?? null,
    description: said(draft.description) ?? known?.incident?.description ?? null,
    photoIds: [...draft.photoIds],
    order:
      externalId === null
        ? null
        : { externalId, revision: (known?.revision ?? 0) + 1, refuseKnown: true },
    reporter: rule.hasReporter
      ? { name: said(name), telephone: said(telephone), home: said(home), wantsCallBack }
      : null,
  };
}

type CallerProps = { draft: CaseDraft; onWrite: (part: Partial<CaseDraft>) => void };

function Caller({ draft, onWrite }: CallerProps) {
  const { t } = useTranslation('intake');
  const { hasReporter, numbered } = sourceRule(draft.source);
  // A row of another system brings its source along; by hand nobody takes one.
  const offered: readonly { source: IncidentSource }[] = sources.some(
    ({ source }) => source === draft.source,
  )
    ? sources
    : [...sources, { source: draft.source }];
  const text = (name: 'externalId' | 'name' | 'telephone' | 'home', longest: number) => (
    <Field name={t(name)}>
      {(id) => (
        <input
          id={id}
          name={name}
          type={name === 'telephone' ? 'tel' : 'text'}
          autoComplete="off"
          maxLength={longest}
          value={draft[name]}
          onChange={(event) => onWrite({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field name={t('source')}>
        {(id) => (
          <select
            id={id}
            value={draft.source}
            onChange={(event) => {
              const chosen = offered.find(({ source }) => source === event.target.value);
              if (chosen) onWrite({ source: chosen.source });
            }}
          >
            {offered.map(({ source }) => (
              <option key={source} value={source}>
                {t(`incidents:source.${source}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {numbered ? text('externalId', 100) : null}
      {hasReporter ? (
        <>
          {text('name', 60)}
          {text('telephone', 40)}
          {text('home', 200)}
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={draft.wantsCallBack}
              onChange={(event) => onWrite({ wantsCallBack: event.target.checked })}
            />
            {t('wantsCallBack')}
          </label>
        </>
      ) : null}
    </>
  );
}

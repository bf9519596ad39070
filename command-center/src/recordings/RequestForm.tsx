import { useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { clauseOf, legalBases, viewApplicants, viewRequestLimits } from 'grid-data';
import { RequestViewDocument } from '#gis/generated/graphql.ts';
import { useCommandId } from '#gis/use-command-id.ts';
import { Button } from '#ui/Button.tsx';
import { fromInput } from './city-time.ts';
import { ClauseLine } from './ClauseLine.tsx';
import { emptyDraft, faultOf, type RequestDraft } from './request-draft.ts';
import { RefusedLine } from './RefusedLine.tsx';
import { ThingFinder } from './ThingFinder.tsx';
import styles from './Recordings.module.css';

/** Asks to look at recordings: on what ground, at which cameras, of what time, and why. */
export function RequestForm({ onAsked }: { onAsked: (id: string) => void }) {
  const { t } = useTranslation('recordings');
  const commandId = useCommandId();
  const [draft, setDraft] = useState(() => emptyDraft(new Date()));
  // Once told, a fault is told until it is mended, and no longer.
  const [tried, setTried] = useState(false);
  const [ask, { error, loading, reset }] = useMutation(RequestViewDocument);
  const change = (part: Partial<RequestDraft>) => {
    // What was refused is not what stands in the form any more.
    if (error) reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const fault = faultOf(draft);
  const byOfficer = draft.applicant === 'officer';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fault !== null) return;
    const { cameras, incident, windowFrom, windowTo, caseNo, applicantName, ...rest } = draft;
    const input = {
      ...rest,
      commandId: commandId.of(draft),
      cameraIds: cameras.map(({ id }) => id),
      incidentId: incident?.id ?? null,
      windowFrom: fromInput(windowFrom)!.toISOString(),
      windowTo: fromInput(windowTo)!.toISOString(),
      caseNo: caseNo.trim() || null,
      applicantName: byOfficer ? null : applicantName.trim(),
    };
    // A refusal is shown from the hook's own error.
    const done = await ask({ variables: { input } }).catch(() => null);
    if (done?.data) onAsked(done.data.requestView.id);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <label>
        {t('field.applicant')}
        <select
          name="applicant"
          value={draft.applicant}
          onChange={({ target }) => {
            const applicant = target.value as RequestDraft['applicant'];
            const own = applicant === 'officer';
            change({
              applicant,
              emergency: own && draft.emergency,
              legalBasis: own ? 'criminal-case' : 'person-concerned',
            });
          }}
        >
          {viewApplicants.map((each) => (
            <option key={each} value={each}>
              {t(`applicant.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {byOfficer ? null : (
        <label>
          {t('field.applicantName')}
          <input
            name="applicantName"
            value={draft.applicantName}
            onChange={({ target }) => change({ applicantName: target.value })}
          />
          <span className={styles.note}>{t('consentNeeded')}</span>
        </label>
      )}
      <label>
        {t('field.legalBasis')}
        <select
          name="legalBasis"
          value={draft.legalBasis}
          disabled={!byOfficer}
          onChange={({ target }) =>
            change({ legalBasis: target.value as RequestDraft['legalBasis'] })
          }
        >
          {legalBases
            .filter((each) => byOfficer === (each !== 'person-concerned'))
            .map((each) => (
              <option key={each} value={each}>
                {t(`basis.${each}`)}
              </option>
            ))}
        </select>
        <ClauseLine clause={clauseOf[draft.legalBasis]} />
      </label>
      <label>
        {t('field.caseNo')}
        <input
          name="caseNo"
          value={draft.caseNo}
          onChange={({ target }) => change({ caseNo: target.value })}
        />
      </label>
      <ThingFinder
        kind="incident"
        label={t('field.incident')}
        chosen={draft.incident ? [draft.incident] : []}
        atMost={1}
        onChange={([incident]) => change({ incident: incident ?? null })}
      />
      <ThingFinder
        kind="camera"
        label={t('field.cameras', { max: viewRequestLimits.cameras })}
        chosen={draft.cameras}
        atMost={viewRequestLimits.cameras}
        onChange={(cameras) => change({ cameras })}
      />
      <label>
        {t('field.windowFrom')}
        <input
          type="datetime-local"
          step={1}
          name="windowFrom"
          value={draft.windowFrom}
          onChange={({ target }) => change({ windowFrom: target.value })}
        />
      </label>
      <label>
        {t('field.windowTo')}
        <input
          type="datetime-local"
          step={1}
          name="windowTo"
          value={draft.windowTo}
          onChange={({ target }) => change({ windowTo: target.value })}
        />
      </label>
      <label className={styles.wide}>
        {t('field.reason')}
        <input
          name="reason"
          value={draft.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          name="sound"
          checked={draft.sound}
          onChange={({ target }) => change({ sound: target.checked })}
        />
        {t('field.sound')}
      </label>
      {byOfficer ? (
        <label className={styles.check}>
          <input
            type="checkbox"
            name="emergency"
            checked={draft.emergency}
            onChange={({ target }) => change({ emergency: target.checked })}
          />
          {t('field.emergency', { hours: viewRequestLimits.emergencyApprovalHours })}
        </label>
      ) : null}
      <div className={styles.acts}>
        <Button type="submit" look="solid" disabled={loading}>
          {t('submit')}
        </Button>
        {tried && fault ? (
          <span role="alert">{t(`refused.${fault}`)}</span>
        ) : (
          <RefusedLine error={error} />
        )}
      </div>
    </form>
  );
}

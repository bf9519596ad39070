import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { incidentSources, limitUnits, photoMoves } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  CaseRulesDocument,
  SaveCaseSettingsDocument,
  type RulesOfCasesFragment,
} from '#gis/generated/graphql.ts';
import { ReportSchedule } from '#evaluation/ReportSchedule.tsx';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { RuleField } from './RuleField.tsx';
import { RotaSettings } from './RotaSettings.tsx';
import { RuleRefusal } from './RuleRefusal.tsx';
import { ScoreSettings } from './ScoreSettings.tsx';
import { Ticks } from './Ticks.tsx';
import styles from './CaseRules.module.css';

type Settings = RulesOfCasesFragment['settings'];

/** What the standard leaves to the city. */
export function SettingsTab({ mayKeep }: { mayKeep: boolean }) {
  const { data, error, refetch } = useQuery(CaseRulesDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data?.caseRules, error, retry: () => void refetch() });
  return (
    <PanelFaces of={face} emptyWords="" isEmpty={() => false}>
      {({ settings }) => (
        <>
          <SettingsForm
            key={settings.version}
            kept={settings}
            mayKeep={mayKeep}
            onSaved={() => void refetch()}
          />
          <ReportSchedule mayChange={mayKeep} />
        </>
      )}
    </PanelFaces>
  );
}

type SettingsFormProps = { kept: Settings; mayKeep: boolean; onSaved: () => void };

function SettingsForm({ kept, mayKeep, onSaved }: SettingsFormProps) {
  const { t } = useTranslation('case-rules');
  const [draft, setDraft] = useState(kept);
  const [save, { loading, error }] = useMutation(SaveCaseSettingsDocument);
  const write = (change: Partial<Settings>): void => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { __typename: _, ...settings } = draft as Settings & { __typename?: string };
    const stageLimits = settings.stageLimits.map(({ state, value, unit }) => ({
      state,
      value,
      unit,
    }));
    const scoreWeights = settings.scoreWeights.map(({ key, weight, lessIsBetter }) => ({
      key,
      weight,
      lessIsBetter,
    }));
    const { stage, amber, red, late, lateAfterHours } = settings.escalation;
    const escalation = { stage, amber, red, late, lateAfterHours };
    const next = { ...settings, stageLimits, scoreWeights, escalation };
    // A refusal is said below; what was written stays.
    save({ variables: { commandId: newCommandId(), settings: next } }).then(onSaved, () => {});
  };
  const number = (name: 'duplicateMeters' | 'duplicateHours', most: number) => (
    <RuleField name={t(name)}>
      {(id) => (
        <input
          id={id}
          type="number"
          required
          min={1}
          max={most}
          value={draft[name]}
          onChange={(event) => write({ [name]: Number(event.target.value) })}
        />
      )}
    </RuleField>
  );
  return (
    <form className={styles.section} data-settings={kept.version} onSubmit={submit}>
      <fieldset disabled={!mayKeep} className={styles.form}>
        <RuleField name={t('clockStartsAt')}>
          {(id) => (
            <select
              id={id}
              value={draft.clockStartsAt}
              onChange={(event) => write({ clockStartsAt: event.target.value })}
            >
              {['dispatch', 'registration'].map((each) => (
                <option key={each} value={each}>
                  {t(`clockStart.${each}`)}
                </option>
              ))}
            </select>
          )}
        </RuleField>
        {number('duplicateMeters', 5_000)}
        {number('duplicateHours', 720)}
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={draft.acceptorRegisters}
            onChange={(event) => write({ acceptorRegisters: event.target.checked })}
          />
          {t('acceptorRegisters')}
        </label>
        <Ticks
          title={t('verifySources')}
          all={incidentSources.map((key) => ({ key, name: t(`incidents:source.${key}`) }))}
          ticked={draft.verifySources}
          onTick={(verifySources) => write({ verifySources })}
        />
        <Ticks
          title={t('photoMoves')}
          all={photoMoves.map((key) => ({ key, name: t(`desk:move.${key}`) }))}
          ticked={draft.photoMoves}
          onTick={(next) => write({ photoMoves: next })}
        />
        <StageLimits
          limits={draft.stageLimits}
          onLimits={(stageLimits) => write({ stageLimits })}
        />
        <RotaSettings rota={draft.escalation} onRota={(escalation) => write({ escalation })} />
        <ScoreSettings
          weights={draft.scoreWeights}
          floors={draft.gradeFloors}
          onWeights={(scoreWeights) => write({ scoreWeights })}
          onFloors={(gradeFloors) => write({ gradeFloors })}
        />
      </fieldset>
      <RuleRefusal error={error} />
      {mayKeep ? (
        <div className={styles.acts}>
          <Button look="solid" type="submit" disabled={loading}>
            {t('save')}
          </Button>
          <span className={styles.quiet}>{t('calendarEffect')}</span>
        </div>
      ) : null}
    </form>
  );
}

type Limits = Settings['stageLimits'];

function StageLimits({ limits, onLimits }: { limits: Limits; onLimits: (next: Limits) => void }) {
  const { t } = useTranslation('case-rules');
  const write = (state: string, change: { value?: number; unit?: string }): void =>
    onLimits(limits.map((each) => (each.state === state ? { ...each, ...change } : each)));
  return (
    <table className={styles.table}>
      <caption>{t('stageLimits')}</caption>
      <tbody>
        {limits.map(({ state, value, unit }) => (
          <tr key={state}>
            <th scope="row">{t(`incidents:state.${state}`)}</th>
            <td>
              <input
                type="number"
                aria-label={`${t('limit')} ${t(`incidents:state.${state}`)}`}
                required
                min={0.5}
                max={1_000}
                step={0.5}
                value={value}
                onChange={(event) => write(state, { value: Number(event.target.value) })}
              />
            </td>
            <td>
              <select
                aria-label={`${t('unitName')} ${t(`incidents:state.${state}`)}`}
                value={unit}
                onChange={(event) => write(state, { unit: event.target.value })}
              >
                {limitUnits.map((each) => (
                  <option key={each} value={each}>
                    {t(`unit.${each}`)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

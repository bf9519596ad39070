import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { takeInLinkageRule, type LinkageRule, type RuleFault } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  RemoveLinkageRuleDocument,
  SaveLinkageRuleDocument,
  type RuleFieldsFragment,
} from '#gis/generated/graphql.ts';
import { refusalOf, type Refusal } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useRuleName } from '../outcome-words.ts';
import { newRule } from '../sentence/rule-draft.ts';
import { RuleSentence } from '../sentence/RuleSentence.tsx';
import { useChoices } from '../sentence/use-choices.ts';
import { DryRun } from './DryRun.tsx';
import type { ShownIncident } from './FiringList.tsx';
import { RuleConflict } from './RuleConflict.tsx';
import styles from './Linkage.module.css';

type RuleEditorProps = {
  /** Null for a new one. */
  rule: RuleFieldsFragment | null;
  areaCode: string;
  mayEdit: boolean;
  /** Null where it was deleted. */
  onSaved: (id: string | null) => Promise<void>;
  onIncident: (incident: ShownIncident) => void;
};

/** One rule to be read, written, tried and kept. */
export function RuleEditor({ rule, areaCode, mayEdit, onSaved, onIncident }: RuleEditorProps) {
  const { t } = useTranslation('linkage');
  const nameOf = useRuleName();
  const choices = useChoices(areaCode);
  const [draft, setDraft] = useState<LinkageRule>(() =>
    rule ? (rule.rule as LinkageRule) : newRule(),
  );
  const [name, setName] = useState(rule?.name ?? '');
  // The version that this was opened on: what came after it is a conflict, not a surprise.
  const [version, setVersion] = useState(rule?.version ?? 0);
  const { save, refusal, saving, told } = useSave(rule, onSaved);
  const faults = [...faultsOf(draft), ...told];
  const nameFault = told.find(({ field }) => field === 'name');
  const conflict = refusal?.reason === 'version' && rule !== null && rule.version !== version;
  const send = async (onVersion: number): Promise<void> => {
    const savedVersion = await save({ name, rule: draft, version: onVersion });
    if (savedVersion !== null) setVersion(savedVersion);
  };
  return (
    <article className={styles.editor} data-editor={rule?.id ?? 'new'}>
      <p className={styles.title}>
        <label>
          <span>{t('name')}</span>
          <input
            name="rule-name"
            value={name}
            placeholder={rule ? nameOf('') : t('namePlaceholder')}
            maxLength={60}
            disabled={!mayEdit}
            aria-invalid={nameFault !== undefined}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        {nameFault ? (
          <span className={styles.refused} role="alert" data-fault={nameFault.reason}>
            {t(`fault.${nameFault.reason}`)}
          </span>
        ) : null}
        {rule ? (
          <span className={styles.aside}>
            {t('changed', { by: rule.changedBy, at: clockWords(new Date(rule.changedAt), 'full') })}
          </span>
        ) : null}
      </p>
      <RuleSentence
        rule={draft}
        choices={choices}
        faults={faults}
        onChange={mayEdit ? setDraft : null}
      />
      {conflict ? (
        <RuleConflict
          theirs={rule}
          mine={draft}
          choices={choices}
          onKeepMine={() => void send(rule.version)}
          onTakeTheirs={() => {
            setDraft(rule.rule as LinkageRule);
            setName(rule.name);
            setVersion(rule.version);
          }}
        />
      ) : (
        <Refused refusal={refusal} />
      )}
      {mayEdit ? (
        <p className={styles.acts}>
          <Button
            look="solid"
            data-act="save-rule"
            disabled={saving || faultsOf(draft).length > 0}
            onClick={() => void send(version)}
          >
            {t('save')}
          </Button>
          {faultsOf(draft).length > 0 ? (
            <span className={styles.refused}>{t('mendFirst')}</span>
          ) : null}
          {rule ? <RemoveRule rule={rule} onRemoved={() => onSaved(null)} /> : null}
        </p>
      ) : null}
      {mayEdit ? <DryRun ruleId={rule?.id ?? null} rule={draft} onIncident={onIncident} /> : null}
    </article>
  );
}

function faultsOf(rule: LinkageRule): RuleFault[] {
  const taken = takeInLinkageRule(rule);
  return 'faults' in taken ? taken.faults : [];
}

type ToSave = { name: string; rule: LinkageRule; version: number };

function useSave(rule: RuleFieldsFragment | null, onSaved: RuleEditorProps['onSaved']) {
  const [mutate, { error, loading }] = useMutation(SaveLinkageRuleDocument);
  const refusal = error ? refusalOf(error) : null;
  const save = async ({ name, rule: words, version }: ToSave): Promise<number | null> => {
    const input = {
      commandId: newCommandId(),
      ...(rule ? { id: rule.id, version } : {}),
      ...{ name: name.trim(), rule: words, enabled: rule?.enabled ?? true },
    };
    const done = await mutate({ variables: { input } }).catch(() => null);
    // After a refusal the list is asked again too, so that what holds now stands beside what was written.
    const saved = done?.data?.saveLinkageRule ?? null;
    await onSaved(saved?.id ?? rule?.id ?? null);
    return saved?.version ?? null;
  };
  return { save, refusal, saving: loading, told: faultsTold(refusal) };
}

/** What the server alone can know: a scene that is gone, an area of somebody else. */
function faultsTold(refusal: Refusal | null): RuleFault[] {
  const { faults, field } = refusal?.details ?? {};
  if (Array.isArray(faults)) return faults as RuleFault[];
  return typeof field === 'string' ? [{ field, reason: refusal?.reason ?? '' }] : [];
}

function Refused({ refusal }: { refusal: Refusal | null }) {
  const { t } = useTranslation('linkage');
  if (refusal === null || faultsTold(refusal).length > 0) return null;
  const { reason, message } = refusal;
  return (
    <p className={styles.refused} role="alert" data-reason={reason}>
      {t(`refused.${reason}`, { defaultValue: message })}
    </p>
  );
}

type RemoveRuleProps = { rule: RuleFieldsFragment; onRemoved: () => Promise<void> };

function RemoveRule({ rule, onRemoved }: RemoveRuleProps) {
  const { t } = useTranslation('linkage');
  const [sure, setSure] = useState(false);
  const [remove, { error, loading }] = useMutation(RemoveLinkageRuleDocument);
  const send = async (): Promise<void> => {
    const { id, version } = rule;
    const done = await remove({ variables: { commandId: newCommandId(), id, version } }).catch(
      () => null,
    );
    if (done?.data) await onRemoved();
  };
  return (
    <>
      {sure ? (
        <>
          <span>{t('removeMeans')}</span>
          <Button data-act="remove-rule-sure" disabled={loading} onClick={() => void send()}>
            {t('removeSure')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('keep')}</Button>
        </>
      ) : (
        <Button data-act="remove-rule" onClick={() => setSure(true)}>
          {t('remove')}
        </Button>
      )}
      <Refused refusal={error ? refusalOf(error) : null} />
    </>
  );
}

import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { patrolKinds } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  CheckListsDocument,
  RetireCheckListDocument,
  SaveCheckListDocument,
  type CheckListsQuery,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { itemsText, readItems } from './check-items-text.ts';
import { RuleField } from './RuleField.tsx';
import { RuleRefusal } from './RuleRefusal.tsx';
import styles from './CaseRules.module.css';

type CheckList = CheckListsQuery['checkLists'][number];

const newList: CheckList = {
  code: '',
  version: 0,
  kind: 'patrol',
  nameZh: '',
  nameEn: '',
  retiredAt: null,
  items: [],
};

/** 检查清单: what is looked at on rounds and visits; each save is a version of its own. */
export function CheckListsTab({ mayKeep }: { mayKeep: boolean }) {
  const { t } = useTranslation('patrols');
  const { data, error, refetch } = useQuery(CheckListsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data?.checkLists, error, retry: () => void refetch() });
  return (
    <PanelFaces of={face} emptyWords={t('lists.none')}>
      {(all) => (
        <>
          {all.map((list) => (
            <ListForm
              key={`${list.code} ${list.version} ${list.retiredAt ?? ''}`}
              list={list}
              mayKeep={mayKeep}
              onSaved={() => void refetch()}
            />
          ))}
          {mayKeep ? (
            <ListForm
              key={`new ${all.length}`}
              list={newList}
              mayKeep
              onSaved={() => void refetch()}
            />
          ) : null}
        </>
      )}
    </PanelFaces>
  );
}

type ListFormProps = { list: CheckList; mayKeep: boolean; onSaved: () => void };

function ListForm({ list, mayKeep, onSaved }: ListFormProps) {
  const { t } = useTranslation('patrols');
  const isNew = list.version === 0;
  const [words, setWords] = useState({
    code: list.code,
    kind: list.kind,
    nameZh: list.nameZh,
    nameEn: list.nameEn,
    items: itemsText(list.items),
  });
  const [save, saving] = useMutation(SaveCheckListDocument);
  const [retire, retiring] = useMutation(RetireCheckListDocument);
  const write = (part: Partial<typeof words>): void => setWords({ ...words, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = {
      ...words,
      commandId: newCommandId(),
      version: list.version,
      items: readItems(words.items),
    };
    // A refusal is said below; what was written stays.
    save({ variables: { input } }).then(onSaved, () => {});
  };
  const setRetired = (retired: boolean): void => {
    const { code, version } = list;
    const variables = { commandId: newCommandId(), code, version, retired };
    retire({ variables }).then(onSaved, () => {});
  };
  return (
    <form className={styles.section} data-check-list={list.code} onSubmit={submit}>
      <h3>
        {isNew ? t('lists.new') : list.nameZh}
        {list.retiredAt ? <span className={styles.quiet}> {t('lists.retired')}</span> : null}
      </h3>
      <fieldset disabled={!mayKeep} className={styles.form}>
        <RuleField name={t('lists.code')}>
          {(id) => (
            <input
              id={id}
              required
              readOnly={!isNew}
              pattern="[a-z0-9\-]{1,40}"
              value={words.code}
              onChange={({ target }) => write({ code: target.value })}
            />
          )}
        </RuleField>
        <RuleField name={t('lists.kind')}>
          {(id) => (
            <select
              id={id}
              value={words.kind}
              onChange={({ target }) => write({ kind: target.value })}
            >
              {patrolKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`lists.kinds.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </RuleField>
        <RuleField name={t('lists.nameZh')}>
          {(id) => (
            <input
              id={id}
              required
              maxLength={80}
              value={words.nameZh}
              onChange={({ target }) => write({ nameZh: target.value })}
            />
          )}
        </RuleField>
        <RuleField name={t('lists.nameEn')}>
          {(id) => (
            <input
              id={id}
              maxLength={80}
              value={words.nameEn}
              onChange={({ target }) => write({ nameEn: target.value })}
            />
          )}
        </RuleField>
        <RuleField name={t('lists.items')} wide>
          {(id) => (
            <textarea
              id={id}
              rows={Math.max(4, list.items.length + 1)}
              required
              value={words.items}
              onChange={({ target }) => write({ items: target.value })}
            />
          )}
        </RuleField>
        {mayKeep ? (
          <>
            <Button look="solid" type="submit" disabled={saving.loading}>
              {t('lists.save', { version: list.version + 1 })}
            </Button>
            {isNew ? null : (
              <Button disabled={retiring.loading} onClick={() => setRetired(!list.retiredAt)}>
                {t(list.retiredAt ? 'lists.use' : 'lists.retire')}
              </Button>
            )}
          </>
        ) : null}
      </fieldset>
      <RuleRefusal error={saving.error ?? retiring.error} />
    </form>
  );
}

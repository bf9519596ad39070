import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  bulletinKinds,
  bulletinRoles,
  longestBulletin,
  longestBulletinTitle,
  type BulletinKind,
  type BulletinRole,
} from 'grid-data';
import { AreaOptions } from '#areas/AreaOptions.tsx';
import { PhotoField } from '#desk/PhotoField.tsx';
import { newCommandId } from '#gis/command-id.ts';
import { IssueBulletinDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import styles from './Bulletins.module.css';

type NewBulletinProps = { viewer: Viewer; onIssued: (id: string) => void };

type Draft = {
  kind: BulletinKind;
  title: string;
  text: string;
  areaCode: string;
  roles: readonly BulletinRole[];
  hours: string;
  photoIds: string[];
};

/** What is said, to whom, and until when an answer is awaited. */
export function NewBulletin({ viewer, onIssued }: NewBulletinProps) {
  const { t } = useTranslation('bulletins');
  const id = useId();
  const failureWords = useFailureWords();
  const [commandId] = useState(newCommandId);
  const [draft, setDraft] = useState<Draft>({
    kind: 'assist',
    title: '',
    text: '',
    areaCode: viewer.area.code,
    roles: ['grid-worker'],
    hours: '24',
    photoIds: [],
  });
  const write = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const [issue, { error, loading }] = useMutation(IssueBulletinDocument);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { hours, roles, kind, ...rest } = draft;
    const dueAt =
      kind === 'assist' && hours !== ''
        ? new Date(Date.now() + Number(hours) * 3_600_000).toISOString()
        : null;
    issue({ variables: { input: { ...rest, commandId, kind, roles: [...roles], dueAt } } }).then(
      ({ data }) => data && onIssued(data.issueBulletin.id),
      () => undefined, // Said below, with all that was written.
    );
  };
  return (
    <form className={styles.form} aria-label={t('new')} onSubmit={submit}>
      <div className={styles.choice}>
        <label htmlFor={`${id}-kind`}>{t('field.kind')}</label>
        <select
          id={`${id}-kind`}
          value={draft.kind}
          onChange={({ target }) =>
            write({ kind: bulletinKinds.find((kind) => kind === target.value) ?? 'assist' })
          }
        >
          {bulletinKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.choice}>
        <label htmlFor={`${id}-area`}>{t('field.area')}</label>
        <select
          id={`${id}-area`}
          value={draft.areaCode}
          onChange={({ target }) => write({ areaCode: target.value })}
        >
          <AreaOptions area={viewer.area} />
        </select>
      </div>
      {draft.kind === 'assist' ? (
        <div className={styles.choice}>
          <label htmlFor={`${id}-hours`}>{t('field.hours')}</label>
          <input
            id={`${id}-hours`}
            type="number"
            min={1}
            max={720}
            value={draft.hours}
            onChange={({ target }) => write({ hours: target.value })}
          />
        </div>
      ) : null}
      <fieldset className={styles.roles}>
        <legend>{t('field.roles')}</legend>
        {bulletinRoles.map((role) => (
          <label key={role}>
            <input
              type="checkbox"
              checked={draft.roles.includes(role)}
              onChange={({ target }) =>
                write({
                  roles: target.checked
                    ? [...draft.roles, role]
                    : draft.roles.filter((each) => each !== role),
                })
              }
            />
            {t(`accounts:role.${role}`)}
          </label>
        ))}
      </fieldset>
      <div className={`${styles.choice} ${styles.wide}`}>
        <label htmlFor={`${id}-title`}>{t('field.title')}</label>
        <input
          id={`${id}-title`}
          required
          maxLength={longestBulletinTitle}
          value={draft.title}
          onChange={({ target }) => write({ title: target.value })}
        />
      </div>
      <div className={`${styles.choice} ${styles.wide}`}>
        <label htmlFor={`${id}-text`}>{t('field.text')}</label>
        <textarea
          id={`${id}-text`}
          rows={4}
          required
          maxLength={longestBulletin}
          value={draft.text}
          onChange={({ target }) => write({ text: target.value })}
        />
      </div>
      <div className={styles.wide}>
        <PhotoField value={draft.photoIds} onChange={(photoIds) => write({ photoIds })} />
      </div>
      <Button look="solid" type="submit" disabled={loading || draft.roles.length === 0}>
        {t('issue')}
      </Button>
      {error ? (
        <p className={styles.refused} role="alert">
          {failureWords(error)}
        </p>
      ) : null}
    </form>
  );
}

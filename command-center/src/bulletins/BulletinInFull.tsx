import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  BulletinInFullDocument,
  EndBulletinDocument,
  type BulletinInFullQuery,
} from '#gis/generated/graphql.ts';
import { flyToPlace } from '#map/map-host.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import styles from './Bulletins.module.css';

type Bulletin = NonNullable<BulletinInFullQuery['bulletin']>;
type InFullProps = { id: string; mayEnd: boolean; onEnded: () => void };

const askEveryMs = 15_000;

/** What it says, what came back, and who has not read it yet. */
export function BulletinInFull({ id, mayEnd, onEnded }: InFullProps) {
  const { t } = useTranslation('bulletins');
  const { data, error, refetch } = useQuery(BulletinInFullDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    pollInterval: askEveryMs,
  });
  const concerns = ({ subjectId }: { subjectId: string | null }) => subjectId === id;
  const known = useJournalRefresh({ concerns, refresh: () => refetch() });
  const value = data?.bulletin ?? undefined;
  const face = faceOf({ value, error, retry: () => void refetch(), ...known });
  return (
    <PanelFaces of={face} emptyWords={t('none')}>
      {(bulletin) => (
        <div className={styles.full} data-bulletin-in-full={id}>
          <p className={styles.text}>{bulletin.text}</p>
          <Pictures of={bulletin.photos} />
          <Answers of={bulletin.answers} />
          <Recipients of={bulletin.recipients} />
          {mayEnd && !bulletin.endedAt ? <EndButton id={id} onEnded={onEnded} /> : null}
        </div>
      )}
    </PanelFaces>
  );
}

function Pictures({ of }: { of: Bulletin['photos'] }) {
  const { t } = useTranslation('bulletins');
  if (of.length === 0) return null;
  return (
    <p className={styles.pictures}>
      {of.map(({ id, width, height }, index) => (
        <a key={id} href={`/photos/${id}`} target="_blank" rel="noreferrer">
          <img
            src={`/photos/${id}/preview`}
            width={width}
            height={height}
            alt={t('picture', { number: index + 1 })}
            loading="lazy"
          />
        </a>
      ))}
    </p>
  );
}

function Answers({ of }: { of: Bulletin['answers'] }) {
  const { t, i18n } = useTranslation('bulletins');
  if (of.length === 0) return null;
  return (
    <section aria-label={t('answers')}>
      <h3>{t('answers')}</h3>
      <ul className={styles.answers} data-answers={of.length}>
        {of.map(({ id, by, finding, text, answeredAt, position, photos }) => (
          <li key={id} data-finding={finding}>
            <p>
              {finding ? <strong>{t(`finding.${finding}`)} </strong> : null}
              {text}
            </p>
            <p className={styles.quiet}>
              {by} · {clockWords(new Date(answeredAt), 'dayMinutes', i18n.language)}
              {position ? (
                <Button
                  look="plain"
                  onClick={() => flyToPlace([position.longitude, position.latitude])}
                >
                  {t('onMap')}
                </Button>
              ) : null}
            </p>
            <Pictures of={photos} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recipients({ of }: { of: Bulletin['recipients'] }) {
  const { t, i18n } = useTranslation('bulletins');
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  return (
    <section aria-label={t('recipients')}>
      <h3>{t('recipients')}</h3>
      <table className={styles.table} data-recipients={of.length}>
        <thead>
          <tr>
            <th scope="col">{t('column.who')}</th>
            <th scope="col">{t('column.area')}</th>
            <th scope="col">{t('column.readAt')}</th>
            <th scope="col">{t('column.answeredAt')}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ userId, displayName, role, areaName, readAt, answeredAt }) => (
            <tr key={userId} data-recipient={userId} data-read={readAt !== null}>
              <td>
                {displayName} <span className={styles.quiet}>{t(`accounts:role.${role}`)}</span>
              </td>
              <td>{areaName}</td>
              <td>{readAt ? time(readAt) : t('unread')}</td>
              <td>{answeredAt ? time(answeredAt) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EndButton({ id, onEnded }: { id: string; onEnded: () => void }) {
  const { t } = useTranslation('bulletins');
  const failureWords = useFailureWords();
  const [sure, setSure] = useState(false);
  const [end, { error, loading }] = useMutation(EndBulletinDocument);
  const ask = (): void => {
    if (!sure) return setSure(true);
    end({ variables: { commandId: newCommandId(), id } }).then(onEnded, () => undefined);
  };
  return (
    <p className={styles.buttons}>
      <Button disabled={loading} data-end-bulletin onClick={ask}>
        {t(sure ? 'endSure' : 'end')}
      </Button>
      {error ? <span className={styles.refused}>{failureWords(error)}</span> : null}
    </p>
  );
}

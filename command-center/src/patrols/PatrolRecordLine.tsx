import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import styles from '#bulletins/Bulletins.module.css';
import {
  PatrolInFullDocument,
  type PatrolInFullQuery,
  type PatrolsAtTheDeskQuery,
} from '#gis/generated/graphql.ts';
import { flyToPlace } from '#map/map-host.ts';
import { select } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { useIncidentTitle } from '#words/incident-title.ts';

type Patrol = PatrolsAtTheDeskQuery['patrols'][number];

/** One round: shut it says how much was wrong, open what. */
export function PatrolRecordLine({ of }: { of: Patrol }) {
  const { t, i18n } = useTranslation('patrols');
  const nameOf = useClassName();
  const [open, setOpen] = useState(false);
  const { id, place, by, endedAt, notOk, list, position } = of;
  return (
    <>
      <button
        type="button"
        className={styles.line}
        data-patrol={id}
        aria-expanded={open}
        data-ended={notOk === 0}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.kind}>{nameOf(list)}</span>
        <strong>{place}</strong>
        <span className={styles.counts}>
          {notOk === 0 ? t('allOk') : t('notOk', { count: notOk })}
        </span>
        <span className={styles.quiet}>
          {by} · {clockWords(new Date(endedAt), 'dayMinutes', i18n.language)}
        </span>
      </button>
      {open ? (
        <div className={styles.full}>
          {position ? (
            <p className={styles.buttons}>
              <Button onClick={() => flyToPlace([position.longitude, position.latitude])}>
                {t('onMap')}
              </Button>
            </p>
          ) : null}
          <Results id={id} />
        </div>
      ) : null}
    </>
  );
}

function Results({ id }: { id: string }) {
  const { t } = useTranslation('patrols');
  const nameOf = useClassName();
  const { data, error, refetch } = useQuery(PatrolInFullDocument, { variables: { id } });
  const value = data?.patrol ?? undefined;
  const face = faceOf({ value, error, retry: () => void refetch() });
  return (
    <PanelFaces of={face} emptyWords={t('none')}>
      {({ results }) => (
        <table className={styles.table} data-results={results.length}>
          <tbody>
            {results.map((result) => (
              <tr key={result.code} data-result={result.finding}>
                <th scope="row">{nameOf(result)}</th>
                <td>{t(`finding.${result.finding}`)}</td>
                <td>
                  <Found of={result} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PanelFaces>
  );
}

type Result = NonNullable<PatrolInFullQuery['patrol']>['results'][number];

function Found({ of }: { of: Result }) {
  const { t } = useTranslation('patrols');
  const titleOf = useIncidentTitle();
  const { note, photos, incident } = of;
  return (
    <>
      {note}
      {incident ? (
        <Button
          look="plain"
          onClick={() => {
            const { longitude, latitude } = incident.position;
            select({ kind: 'incident', id: incident.id, position: [longitude, latitude] });
          }}
        >
          {incident.caseNo ?? titleOf(incident.title)}
        </Button>
      ) : null}
      {photos.length > 0 ? (
        <span className={styles.pictures}>
          {photos.map(({ id, width, height }, index) => (
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
        </span>
      ) : null}
    </>
  );
}

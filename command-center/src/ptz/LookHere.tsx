import type { LonLat } from 'grid-data';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@apollo/client/react';
import { LookPurposesDocument, type LookHereMutation } from '#gis/generated/graphql.ts';
import { useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useStore } from '#ui/create-store.ts';
import {
  closeLookHere,
  lookHere,
  lookHereState,
  openTurned,
  type LookBasisGiven,
} from './look-here.ts';
import { usePtzReason } from './ptz-reason.ts';
import styles from './LookHere.module.css';

/** Asked for at a point of the map: what the looks are for, then which cameras turned there and why the others did not. */
export function LookHere({ onRank }: { onRank: (place: LonLat) => void }) {
  const { t } = useTranslation('ptz');
  const point = useStore(lookHereState, (state) => state.point);
  const results = useStore(lookHereState, (state) => state.results);
  const failure = useStore(lookHereState, (state) => state.failure);
  const asking = useStore(lookHereState, (state) => state.asking);
  const reasonWords = usePtzReason();
  if (point === null) return null;
  return (
    <Panel title={t('lookHere.title')} onClose={closeLookHere}>
      <div className={styles.body} data-look-here={results === null ? 'asking' : 'done'}>
        {results !== null ? (
          <Results results={results} />
        ) : asking ? (
          <p role="status">{t('lookHere.turning')}</p>
        ) : (
          <>
            <Reasons />
            <Button look="plain" data-act="rank-cameras" onClick={() => onRank(point)}>
              {t('lookHere.rank')}
            </Button>
          </>
        )}
        {failure ? (
          <p role="alert" className={styles.refused}>
            {reasonWords(failure)}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

function Reasons() {
  const { t } = useTranslation('ptz');
  const selection = useMapModel((model) => model.selection);
  const purposes = useQuery(LookPurposesDocument).data?.viewer?.dutyPurposes ?? [];
  const choices: { key: string; words: string; basis: LookBasisGiven }[] = purposes.map(
    (purpose) => ({
      key: purpose,
      words: t(`cameras:purpose.${purpose}`, { defaultValue: purpose }),
      basis: { dutyPurpose: purpose },
    }),
  );
  if (selection?.kind === 'incident') {
    const basis = { incidentId: selection.id };
    choices.unshift({ key: 'incident', words: t('lookHere.forIncident'), basis });
  }
  return (
    <>
      <p>{t('lookHere.question')}</p>
      <div className={styles.choices}>
        {choices.map(({ key, words, basis }, index) => (
          <Button
            key={key}
            // Whoever came by the keyboard goes on by it.
            autoFocus={index === 0}
            data-look-for={key}
            onClick={() => void lookHere(basis)}
          >
            {words}
          </Button>
        ))}
      </div>
    </>
  );
}

type Result = LookHereMutation['lookHere'][number];

function Results({ results }: { results: readonly Result[] }) {
  const { t } = useTranslation('ptz');
  const basis = useStore(lookHereState, (state) => state.basis);
  const turned = results.filter(({ turn }) => turn != null);
  return (
    <>
      <p data-turned={turned.length}>
        {t('lookHere.summary', { turned: turned.length, all: results.length })}
      </p>
      <ul className={styles.results}>
        {results.map((result) => (
          <li key={result.camera.id} data-result={result.camera.id} data-turn={result.turn ?? 'no'}>
            <Button
              look="plain"
              className={styles.name}
              disabled={result.turn == null}
              onClick={() => openTurned(result.camera, basis)}
            >
              {result.camera.name}
            </Button>
            <span className={result.turn == null ? styles.refused : styles.done}>
              <OutcomeWords result={result} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function OutcomeWords({ result }: { result: Result }) {
  const { t } = useTranslation('ptz');
  const reasonWords = usePtzReason();
  const degrees = Math.round(result.bearingDeg);
  if (result.turn === 'point') return t('lookHere.turned', { degrees });
  if (result.turn === 'point-preset') {
    const off = Math.round(result.offDeg ?? 0);
    return t('lookHere.byPreset', { name: result.presetName ?? '', off });
  }
  return reasonWords(result.reason ?? 'unknown');
}

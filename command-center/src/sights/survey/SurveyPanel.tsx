import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraPose } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import {
  changePose,
  endSurvey,
  isChanged,
  saveSurvey,
  settleConflict,
  undoSurvey,
  useSurvey,
  type Sight,
} from './survey-state.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from '../sights.module.css';

/** 摄像机勘测: its pose by handles on the map or by numbers here, with what it would see so. */
export function SurveyPanel() {
  const { t } = useTranslation('sights');
  const state = useSurvey((now) => now);
  const { camera, draft, sight, saving, replaced, theirs, refusal } = state;
  if (!camera || !draft) return null;
  return (
    <Panel title={t('survey.title', { name: camera.name })} onClose={endSurvey}>
      <div className={toolStyles.body} data-survey={camera.id} data-version={camera.version}>
        <p className={toolStyles.quiet}>{t('survey.hint')}</p>
        <PoseFields draft={draft} />
        <SightWords sight={sight} />
        {theirs ? (
          <Conflict theirs={theirs} />
        ) : refusal ? (
          <p className={toolStyles.bad} role="alert" data-refusal={refusal.reason}>
            {t(`survey.refused.${refusal.reason}`, { defaultValue: refusal.message })}
          </p>
        ) : null}
        <div className={toolStyles.tools}>
          <Button
            look="solid"
            data-act="save-survey"
            disabled={saving || theirs !== null || !isChanged(state)}
            onClick={() => void saveSurvey()}
          >
            {t('survey.save')}
          </Button>
          {replaced ? (
            <Button data-act="undo-survey" disabled={saving} onClick={() => void undoSurvey()}>
              {t('survey.undo')}
            </Button>
          ) : null}
          <Button data-act="end-survey" onClick={endSurvey}>
            {t('survey.end')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

type Field = keyof CameraPose;
const fields: readonly { name: Field; least: number; most: number; unknownable: boolean }[] = [
  { name: 'longitude', least: -180, most: 180, unknownable: false },
  { name: 'latitude', least: -85, most: 85, unknownable: false },
  { name: 'heightMeters', least: -50, most: 1000, unknownable: true },
  { name: 'bearingDeg', least: 0, most: 360, unknownable: true },
  { name: 'widthDeg', least: 1, most: 360, unknownable: true },
  { name: 'rangeMeters', least: 1, most: 20_000, unknownable: true },
];

function PoseFields({ draft }: { draft: CameraPose }) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <PoseField key={`${field.name} ${draft[field.name]}`} field={field} draft={draft} />
      ))}
    </div>
  );
}

type PoseFieldProps = { field: (typeof fields)[number]; draft: CameraPose };

/** Empty says that nobody knows; what is no number in its bounds goes back to what it was. */
function PoseField({ field: { name, least, most, unknownable }, draft }: PoseFieldProps) {
  const { t } = useTranslation('sights');
  const value = draft[name];
  const written = value === null ? '' : String(Number(value.toFixed(6)));
  const [text, setText] = useState(written);
  const take = (): void => {
    const next = text.trim() === '' ? null : Number(text);
    const fits = next === null ? unknownable : next >= least && next <= most;
    if (!fits) setText(written);
    else if (text !== written) changePose({ ...draft, [name]: next });
  };
  return (
    <label className={styles.field}>
      {t(`survey.${name}`)}
      <input
        inputMode="decimal"
        value={text}
        placeholder={t('survey.unknown')}
        data-field={name}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </label>
  );
}

function SightWords({ sight }: { sight: Sight | null }) {
  const { t } = useTranslation('sights');
  if (!sight) return <p className={toolStyles.quiet}>{t('survey.working')}</p>;
  const share = sight.visibleShare ?? null;
  return (
    <p data-visible-share={share}>
      {share === null
        ? t('survey.noSight')
        : t('survey.seesShare', { percent: Math.round(share * 100) })}
      {sight.unknown.map((part) => (
        <span key={part} className={toolStyles.bad}>
          {' '}
          {t(`survey.missing.${part}`)}
        </span>
      ))}
      {sight.terrainKnown ? null : (
        <span className={toolStyles.bad}> {t('survey.terrainMissing')}</span>
      )}
      {sight.insideBuilding ? (
        <span className={toolStyles.quiet}> {t('survey.onHouse')}</span>
      ) : null}
    </p>
  );
}

function Conflict({ theirs }: { theirs: CameraPose }) {
  const { t } = useTranslation('sights');
  return (
    <div className={toolStyles.bad} role="alert" data-conflict>
      <p>
        {t('survey.conflict', {
          bearing: theirs.bearingDeg ?? t('survey.unknown'),
          width: theirs.widthDeg ?? t('survey.unknown'),
          range: theirs.rangeMeters ?? t('survey.unknown'),
          height: theirs.heightMeters ?? t('survey.unknown'),
        })}
      </p>
      <div className={toolStyles.tools}>
        <Button data-act="take-theirs" onClick={() => settleConflict('theirs')}>
          {t('survey.takeTheirs')}
        </Button>
        <Button data-act="keep-mine" onClick={() => settleConflict('mine')}>
          {t('survey.keepMine')}
        </Button>
      </div>
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gisClient } from '#gis/client.ts';
import { SavePtzPresetDocument } from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { usePtzReason } from './ptz-reason.ts';
import type { Panel, Ptz } from './use-ptz.ts';
import styles from './PtzDeck.module.css';

type PresetListProps = { ptz: Ptz; panel: Panel; viewId: string; mayEdit: boolean };

/** Where the camera is often turned to, with the direction where it is known. */
export function PresetList({ ptz, panel, viewId, mayEdit }: PresetListProps) {
  const { t } = useTranslation('ptz');
  return (
    <div className={styles.presets} role="group" aria-label={t('presets')}>
      {panel.presets.map(({ number, name, bearingDeg }) => (
        <Button key={number} data-preset={number} onClick={() => ptz.callPreset(number)}>
          {name}
          <span className={styles.bearing}>
            {bearingDeg == null
              ? t('bearingUnknown')
              : t('bearing', { degrees: Math.round(bearingDeg) })}
          </span>
        </Button>
      ))}
      {mayEdit ? <SavePreset panel={panel} viewId={viewId} onSaved={ptz.reload} /> : null}
    </div>
  );
}

type SavePresetProps = { panel: Panel; viewId: string; onSaved: () => void };

function SavePreset({ panel, viewId, onSaved }: SavePresetProps) {
  const { t } = useTranslation('ptz');
  const reasonWords = usePtzReason();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [bearing, setBearing] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const number = Math.max(0, ...panel.presets.map((preset) => preset.number)) + 1;
  if (!open) {
    return (
      <Button look="plain" data-ptz="new-preset" onClick={() => setOpen(true)}>
        {t('savePreset')}
      </Button>
    );
  }
  const save = async (): Promise<void> => {
    const bearingDeg = panel.aims || bearing === '' ? null : Number(bearing);
    const variables = { viewId, number, name, bearingDeg };
    await gisClient.mutate({ mutation: SavePtzPresetDocument, variables });
    setOpen(false);
    setName('');
    onSaved();
  };
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        save().catch((error: unknown) => setRefusal(refusalOf(error).reason));
      }}
    >
      <input
        name="preset-name"
        required
        maxLength={20}
        placeholder={t('presetName', { number })}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {panel.aims ? null : (
        <input
          name="preset-bearing"
          type="number"
          min={0}
          max={359}
          placeholder={t('presetBearing')}
          value={bearing}
          onChange={(event) => setBearing(event.target.value)}
        />
      )}
      <Button type="submit" look="solid">
        {t('save')}
      </Button>
      <Button look="plain" onClick={() => setOpen(false)}>
        {t('cancel')}
      </Button>
      {refusal ? <span className={styles.refusal}>{reasonWords(refusal)}</span> : null}
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import { SetPtzSettingsDocument } from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { usePtzReason } from './ptz-reason.ts';
import type { Panel } from './use-ptz.ts';
import styles from './PtzDeck.module.css';

const waits = [30, 60, 120, 300, 900, 3600];

type HomeSettingProps = { panel: Panel; mayEdit: boolean; onSaved: () => void };

/** How long the camera is left turned away before it goes home by itself. */
export function HomeSetting({ panel, mayEdit, onSaved }: HomeSettingProps) {
  const { t } = useTranslation('ptz');
  const reasonWords = usePtzReason();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { homePreset, homeAfterSeconds } = panel.settings;
  const home = panel.presets.find(({ number }) => number === homePreset)?.name ?? `${homePreset}`;
  if (!mayEdit) {
    return <p className={styles.home}>{t('goesHome', { seconds: homeAfterSeconds, home })}</p>;
  }
  const set = async (seconds: number): Promise<void> => {
    const input = {
      commandId: newCommandId(),
      cameraId: panel.cameraId,
      zeroBearingDeg: panel.settings.zeroBearingDeg ?? null,
      homePreset,
      homeAfterSeconds: seconds,
    };
    await gisClient.mutate({ mutation: SetPtzSettingsDocument, variables: { input } });
    onSaved();
  };
  const choices = [...new Set([...waits, homeAfterSeconds])].sort((a, b) => a - b);
  return (
    <label className={styles.home}>
      {t('homeAfter', { home })}
      <select
        name="home-after"
        value={homeAfterSeconds}
        onChange={(event) => {
          set(Number(event.target.value)).catch((error: unknown) =>
            setRefusal(refusalOf(error).reason),
          );
        }}
      >
        {choices.map((seconds) => (
          <option key={seconds} value={seconds}>
            {t('seconds', { seconds })}
          </option>
        ))}
      </select>
      {refusal ? <span className={styles.refusal}>{reasonWords(refusal)}</span> : null}
    </label>
  );
}

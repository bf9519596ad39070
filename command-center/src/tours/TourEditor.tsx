import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  RemoveCameraTourDocument,
  SaveCameraTourDocument,
  TourDutyDocument,
  type TourFieldsFragment,
} from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { draftOf, tourTiles, type TourDraft } from './tour-draft.ts';
import { StopList } from './StopList.tsx';
import styles from './TourPanel.module.css';

type TourEditorProps = {
  tour: TourFieldsFragment | null;
  onDone: () => void;
  onCancel: () => void;
};

export function TourEditor({ tour, onDone, onCancel }: TourEditorProps) {
  const { t } = useTranslation('tours');
  const purposes = useQuery(TourDutyDocument).data?.viewer?.dutyPurposes ?? [];
  const [draft, setDraft] = useState<TourDraft>(() => draftOf(tour));
  const { save, remove, refusal } = useTourCommands(tour, onDone);
  const change = (part: Partial<TourDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const isWhole = draft.name.trim() !== '' && draft.purpose !== '' && draft.stops.length > 0;
  return (
    <form
      className={styles.editor}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isWhole) save(draft);
      }}
    >
      <label className={styles.field}>
        {t('field.name')}
        <input
          name="tour-name"
          autoFocus
          maxLength={60}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </label>
      <label className={styles.field}>
        {t('field.purpose')}
        <select
          name="tour-purpose"
          value={draft.purpose}
          onChange={({ target }) => change({ purpose: target.value })}
        >
          <option value="">{t('choosePurpose')}</option>
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`cameras:purpose.${purpose}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('field.tiles')}
        <select
          name="tour-tiles"
          value={draft.tiles}
          onChange={({ target }) => change({ tiles: Number(target.value) })}
        >
          {tourTiles.map((tiles) => (
            <option key={tiles} value={tiles}>
              {t('surface', { tiles })}
            </option>
          ))}
        </select>
      </label>
      <StopList
        stops={draft.stops}
        purpose={draft.purpose}
        onChange={(stops) => change({ stops })}
        onAdd={(stop) => setDraft((before) => ({ ...before, stops: [...before.stops, stop] }))}
      />
      {refusal ? (
        <p className={styles.refusal} role="alert">
          {t(`refused.${refusal.reason}`, { defaultValue: refusal.message })}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" look="solid" disabled={!isWhole}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        {tour ? (
          <Button data-act="remove" onClick={remove}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function useTourCommands(tour: TourFieldsFragment | null, onDone: () => void) {
  const [saveTour, saved] = useMutation(SaveCameraTourDocument);
  const [removeTour, removed] = useMutation(RemoveCameraTourDocument);
  const known = tour ? { id: tour.id, version: tour.version } : {};
  // A refusal is shown from the hooks' own errors.
  const save = (draft: TourDraft): void => {
    const stops = draft.stops.map(({ cameraId, dwellSeconds }) => ({ cameraId, dwellSeconds }));
    const { name, purpose, tiles } = draft;
    const input = { ...known, commandId: newCommandId(), name, purpose, tiles, stops };
    void saveTour({ variables: { input } }).then(onDone, () => undefined);
  };
  const remove = (): void => {
    if (tour === null) return;
    const variables = { commandId: newCommandId(), id: tour.id, version: tour.version };
    void removeTour({ variables }).then(onDone, () => undefined);
  };
  const error = saved.error ?? removed.error;
  return { save, remove, refusal: error ? refusalOf(error) : null };
}

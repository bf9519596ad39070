import { useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ArrowDown, ArrowUp, TriangleAlert, X } from 'lucide-react';
import { longestDwellSeconds, longestTour, shortestDwellSeconds } from 'grid-data';
import { CameraForTourDocument, CamerasForTourDocument } from '#gis/generated/graphql.ts';
import { useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { moved, usualDwellSeconds, type DraftStop } from './tour-draft.ts';
import styles from './TourPanel.module.css';

type StopListProps = {
  stops: readonly DraftStop[];
  purpose: string;
  onChange: (stops: readonly DraftStop[]) => void;
  /** Several may be added before the list is drawn anew. */
  onAdd: (stop: DraftStop) => void;
};

export function StopList({ stops, purpose, onChange, onAdd }: StopListProps) {
  const { t } = useTranslation('tours');
  const change = (index: number, part: Partial<DraftStop>): void =>
    onChange(stops.map((stop, i) => (i === index ? { ...stop, ...part } : stop)));
  return (
    <fieldset className={styles.stops}>
      <legend>{t('stops')}</legend>
      <ol>
        {stops.map((stop, index) => (
          <li key={`${stop.cameraId}/${index}`} className={styles.stop} data-stop={stop.cameraId}>
            <span className={styles.name}>{stop.name}</span>
            {purpose !== '' && !stop.purposes.includes(purpose) ? (
              <span className={styles.warning} title={t('notFiled')}>
                <TriangleAlert size="1em" aria-label={t('notFiled')} />
              </span>
            ) : null}
            <input
              type="number"
              aria-label={t('field.dwell')}
              min={shortestDwellSeconds}
              max={longestDwellSeconds}
              value={stop.dwellSeconds}
              onChange={({ target }) => change(index, { dwellSeconds: Number(target.value) })}
            />
            <Button
              look="plain"
              aria-label={t('up')}
              onClick={() => onChange(moved(stops, index, -1))}
            >
              <ArrowUp size="1em" aria-hidden />
            </Button>
            <Button
              look="plain"
              aria-label={t('down')}
              onClick={() => onChange(moved(stops, index, 1))}
            >
              <ArrowDown size="1em" aria-hidden />
            </Button>
            <Button
              look="plain"
              aria-label={t('take')}
              onClick={() => onChange(stops.filter((_, i) => i !== index))}
            >
              <X size="1em" aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      {stops.length < longestTour ? (
        <CameraAdder onAdd={(stop) => onAdd({ ...stop, dwellSeconds: usualDwellSeconds })} />
      ) : null}
    </fieldset>
  );
}

const fewestLetters = 2;

type Add = (stop: Omit<DraftStop, 'dwellSeconds'>) => void;

/** Finds a camera by what it is called, as the search does: Chinese, code or pinyin initials. */
function CameraAdder({ onAdd }: { onAdd: Add }) {
  const { t } = useTranslation('tours');
  const client = useApolloClient();
  const open = useMapModel(({ openCameras }) => openCameras);
  const [text, setText] = useState('');
  const asked = text.trim();
  const isShort = asked.length < fewestLetters;
  const { data } = useQuery(CamerasForTourDocument, { variables: { text: asked }, skip: isShort });
  const add = async (id: string): Promise<void> => {
    const answer = await client.query({ query: CameraForTourDocument, variables: { id } });
    const camera = answer.data?.camera;
    if (camera) onAdd({ cameraId: id, name: camera.name, purposes: camera.purposes });
  };
  const addAll = async (): Promise<void> => {
    for (const { cameraId } of open) await add(cameraId);
  };
  return (
    <div className={styles.adder}>
      <input
        className={styles.find}
        name="tour-camera"
        aria-label={t('find')}
        placeholder={t('find')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {open.length > 0 ? (
        <Button data-act="add-open" onClick={() => void addAll()}>
          {t('addOpen', { count: open.length })}
        </Button>
      ) : null}
      <ul>
        {(isShort ? [] : (data?.search ?? [])).map(({ id, title }) => (
          <li key={id}>
            <Button
              look="plain"
              data-add={id}
              onClick={() => {
                setText('');
                void add(id);
              }}
            >
              + {title}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CameraToursDocument, type TourFieldsFragment } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { TourEditor } from './TourEditor.tsx';
import { stopNames } from './tour-player-names.ts';
import styles from './TourPanel.module.css';

type TourPanelProps = { onPlay: (tour: TourFieldsFragment) => void; onClose: () => void };

/** 视频轮巡: the tours of this area, to be played, made and changed. */
export function TourPanel({ onPlay, onClose }: TourPanelProps) {
  const { t } = useTranslation('tours');
  const { viewer } = useViewer();
  const [edited, setEdited] = useState<TourFieldsFragment | 'new' | null>(null);
  const { data, error, refetch } = useQuery(CameraToursDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data?.cameraTours, error, retry: () => void refetch() });
  const mayEdit = viewer?.permissions.includes('camera.view') ?? false;
  const done = (): void => {
    setEdited(null);
    void refetch();
  };
  const play = (tour: TourFieldsFragment): void => {
    for (const { cameraId, camera } of tour.stops) {
      if (camera) stopNames.set(cameraId, camera.name);
    }
    onPlay(tour);
  };
  return (
    <Panel raised title={t('title')} onClose={onClose} className={styles.panel}>
      {edited !== null ? (
        <TourEditor
          key={edited === 'new' ? 'new' : edited.id}
          tour={edited === 'new' ? null : edited}
          onDone={done}
          onCancel={() => setEdited(null)}
        />
      ) : (
        <>
          <PanelFaces of={face} emptyWords={t('empty')} isEmpty={(tours) => tours.length === 0}>
            {(tours) => (
              <ul className={styles.tours}>
                {tours.map((tour) => (
                  <li key={tour.id} className={styles.tour} data-tour-row={tour.id}>
                    <TourLine tour={tour} />
                    <Button data-act="play" look="solid" onClick={() => play(tour)}>
                      {t('play')}
                    </Button>
                    {mayEdit ? (
                      <Button data-act="edit" onClick={() => setEdited(tour)}>
                        {t('edit')}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )}
          </PanelFaces>
          {mayEdit ? (
            <Button data-act="new-tour" onClick={() => setEdited('new')}>
              {t('new')}
            </Button>
          ) : null}
        </>
      )}
    </Panel>
  );
}

function TourLine({ tour }: { tour: TourFieldsFragment }) {
  const { t } = useTranslation('tours');
  const left = tour.stops.filter(({ refusal }) => refusal !== null && refusal !== undefined).length;
  return (
    <span className={styles.words}>
      <span className={styles.name}>{tour.name}</span>
      <span className={styles.quiet}>
        {t('line', {
          count: tour.stops.length,
          tiles: tour.tiles,
          purpose: t(`cameras:purpose.${tour.purpose}`),
        })}
        {left > 0 ? ` · ${t('leftOut', { count: left })}` : ''}
      </span>
    </span>
  );
}

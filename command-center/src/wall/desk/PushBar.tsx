import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wallPanels } from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { dragThing, type PushThing } from '#map/dragged-thing.ts';
import { viewOfMap } from '#map/map-host.ts';
import { useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { contentWith, placings, tileFor, type Placing } from './push-things.ts';
import type { Wall } from './use-wall.ts';
import styles from './WallDesk.module.css';

type PushBarProps = { wall: Wall; targets: readonly ScreenFieldsFragment[] };

/** What is at hand, each to be dragged onto a screen or sent to the chosen ones. */
export function PushBar({ wall, targets }: PushBarProps) {
  const { t } = useTranslation('wall');
  const [placing, setPlacing] = useState<Placing>('full');
  const things = useThings();
  const push = (thing: PushThing): void => {
    const tile = tileFor(thing, targets);
    const pushes = targets.map((screen) => ({
      screen,
      content: contentWith(tile, placing, screen),
    }));
    void wall.put({ kind: 'push', pushes });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('push.title')}</legend>
      <p className={styles.quiet}>
        {targets.length === 0
          ? t('push.choose')
          : t('push.onto', { names: targets.map(({ name }) => name).join('、') })}
      </p>
      <div className={styles.row} role="group" aria-label={t('push.how')}>
        {placings.map((each) => (
          <Button
            key={each}
            look={placing === each ? 'solid' : 'quiet'}
            aria-pressed={placing === each}
            data-placing={each}
            onClick={() => setPlacing(each)}
          >
            {t(`push.${each}`)}
          </Button>
        ))}
      </div>
      <div className={styles.row}>
        {things.map(({ id, words, thing }) => (
          <Button
            key={id}
            draggable
            data-push={id}
            disabled={targets.length === 0}
            onDragStart={({ dataTransfer }) => {
              const now = thing();
              if (now) dragThing(dataTransfer, now);
            }}
            onClick={() => {
              const now = thing();
              if (now) push(now);
            }}
          >
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

type AtHand = { id: string; words: string; thing: () => PushThing | null };

function useThings(): AtHand[] {
  const { t } = useTranslation('wall');
  const openCameras = useMapModel((model) => model.openCameras);
  const selection = useMapModel((model) => model.selection);
  const engine = useMapModel((model) => model.engineKind);
  const layers = useMapModel((model) => model.shownLayers);
  const cameras = openCameras.map(({ cameraId, basis }) => ({
    cameraId,
    incidentId: basis !== null && 'incidentId' in basis ? basis.incidentId : null,
  }));
  return [
    {
      id: 'map',
      words: t('push.map'),
      thing: () => {
        const view = viewOfMap();
        return view ? { kind: 'map', view, engine, layers } : null;
      },
    },
    ...(cameras.length > 0
      ? [
          {
            id: 'cameras',
            words: t('push.cameras', { count: cameras.length }),
            thing: () => ({ kind: 'cameras', cameras }) as const,
          },
        ]
      : []),
    ...(selection?.kind === 'camera'
      ? [
          {
            id: 'camera',
            words: t('push.camera'),
            thing: () =>
              ({
                kind: 'cameras',
                cameras: [{ cameraId: selection.id, incidentId: null }],
              }) as const,
          },
        ]
      : []),
    ...(selection?.kind === 'incident'
      ? [
          {
            id: 'incident',
            words: t('push.incident'),
            thing: () => ({ kind: 'incident', incidentId: selection.id }) as const,
          },
        ]
      : []),
    ...wallPanels.map((panel) => ({
      id: panel,
      words: t(`panel.${panel}`),
      thing: () => ({ kind: 'panel', panel }) as const,
    })),
  ];
}

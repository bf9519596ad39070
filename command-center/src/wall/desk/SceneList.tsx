import { useState, type FormEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  PublishWallSceneDocument,
  RemoveWallSceneDocument,
  SaveWallSceneDocument,
  ScheduleWallSceneDocument,
  UnscheduleWallSceneDocument,
  type SceneFieldsFragment,
} from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { contentOf } from './push-things.ts';
import type { Wall } from './use-wall.ts';
import styles from './WallDesk.module.css';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Scenes that can be called; what stands on the wall now becomes one under a name. */
export function SceneList({ wall }: { wall: Wall }) {
  const { t } = useTranslation('wall');
  const client = useApolloClient();
  const [refused, setRefused] = useState<string | null>(null);
  const act = (work: () => Promise<unknown>): void => {
    setRefused(null);
    work()
      .catch((error: unknown) => setRefused(refusalOf(error).reason))
      .finally(wall.ask);
  };
  const keep = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '');
    act(async () => {
      const input = { commandId: newCommandId(), name, draft: contentOf(wall.screens) };
      const { data } = await client.mutate({
        mutation: SaveWallSceneDocument,
        variables: { input },
      });
      const made = data?.saveWallScene;
      if (!made) return;
      const variables = { commandId: newCommandId(), id: made.id, version: made.version };
      await client.mutate({ mutation: PublishWallSceneDocument, variables });
      form.reset();
    });
  };
  return (
    <section className={styles.group} aria-label={t('scenes.title')}>
      <h3>{t('scenes.title')}</h3>
      {wall.scenes.length === 0 ? <p className={styles.quiet}>{t('scenes.none')}</p> : null}
      <ul>
        {wall.scenes.map((scene) => (
          <SceneRow key={scene.id} {...{ scene, wall, act }} />
        ))}
      </ul>
      <form className={styles.row} onSubmit={keep}>
        <input
          name="name"
          aria-label={t('scenes.name')}
          placeholder={t('scenes.name')}
          maxLength={60}
          required
        />
        <Button type="submit" data-act="keep-scene">
          {t('scenes.keep')}
        </Button>
      </form>
      {refused ? (
        <p role="alert" data-refused={refused}>
          {t(`refused.${refused}`, { defaultValue: t('refused.other') })}
        </p>
      ) : null}
    </section>
  );
}

type SceneRowProps = {
  scene: SceneFieldsFragment;
  wall: Wall;
  act: (work: () => Promise<unknown>) => void;
};

function SceneRow({ scene, wall, act }: SceneRowProps) {
  const { t } = useTranslation('wall');
  const client = useApolloClient();
  const { id, name, version, publishedVersion, schedules } = scene;
  const schedule = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [hours = 0, minutes = 0] = String(new FormData(event.currentTarget).get('time'))
      .split(':')
      .map(Number);
    const variables = {
      commandId: newCommandId(),
      sceneId: id,
      minuteOfDay: hours * 60 + minutes,
      days: everyDay,
    };
    act(() => client.mutate({ mutation: ScheduleWallSceneDocument, variables }));
  };
  return (
    <li className={styles.row} data-scene={id}>
      <strong>{name}</strong>
      <Button
        look="solid"
        data-act="call-scene"
        disabled={publishedVersion == null}
        onClick={() => void wall.put({ kind: 'call', scene })}
      >
        {t('scenes.call')}
      </Button>
      {publishedVersion === version ? null : (
        <Button
          data-act="publish-scene"
          onClick={() =>
            act(() =>
              client.mutate({
                mutation: PublishWallSceneDocument,
                variables: { commandId: newCommandId(), id, version },
              }),
            )
          }
        >
          {t('scenes.publish')}
        </Button>
      )}
      {schedules.map((each) => (
        <Button
          key={each.id}
          data-act="unschedule"
          title={t('scenes.unschedule')}
          onClick={() =>
            act(() =>
              client.mutate({
                mutation: UnscheduleWallSceneDocument,
                variables: { commandId: newCommandId(), scheduleId: each.id },
              }),
            )
          }
        >
          {clockOf(each.minuteOfDay)} ×
        </Button>
      ))}
      <form className={styles.row} onSubmit={schedule}>
        <input name="time" type="time" required aria-label={t('scenes.time')} />
        <Button type="submit" data-act="schedule">
          {t('scenes.daily')}
        </Button>
      </form>
      <Button
        look="plain"
        data-act="remove-scene"
        onClick={() =>
          act(() =>
            client.mutate({
              mutation: RemoveWallSceneDocument,
              variables: { commandId: newCommandId(), id, version },
            }),
          )
        }
      >
        {t('scenes.remove')}
      </Button>
    </li>
  );
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const clockOf = (minuteOfDay: number) =>
  `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;

import { useState, type FormEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { toldClockErrorMs, type WallCause } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  MoveWallViewDocument,
  PairWallScreenDocument,
  ReloadWallScreenDocument,
  RemoveWallScreenDocument,
  UnpairWallScreenDocument,
  type ScreenFieldsFragment,
} from '#gis/generated/graphql.ts';
import { viewOfMap } from '#map/map-host.ts';
import { refusalOf } from '#session/refusal.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { useNow } from '#ui/use-now.ts';
import { deskWall } from './desk-link.ts';
import { lookOf } from './Miniature.tsx';
import { viewpointOf } from './push-things.ts';
import type { Wall } from './use-wall.ts';
import styles from './WallDesk.module.css';

type ScreenDetailProps = {
  screen: ScreenFieldsFragment;
  wall: Wall;
  mayDrive: boolean;
  mayArrange: boolean;
};

const moveMs = 700;

/** How one screen does, who put there what it shows, and what it showed before. */
export function ScreenDetail({ screen, wall, mayDrive, mayArrange }: ScreenDetailProps) {
  const { t } = useTranslation('wall');
  const { showing, earlier } = screen;
  return (
    <section className={styles.group} aria-label={screen.name} data-detail={screen.id}>
      <h3>{screen.name}</h3>
      <HealthLine screen={screen} />
      {showing ? (
        <p>
          {t(`cause.${(showing.cause as WallCause).kind}`, {
            who: showing.shownByName,
            rule: (showing.cause as { ruleName?: string }).ruleName ?? '',
            what:
              showing.sceneName ??
              showing.content.tiles.map(({ kind }) => t(`tile.${kind}`)).join('、'),
          })}{' '}
          <Age since={new Date(showing.shownAt)} />
        </p>
      ) : (
        <p className={styles.quiet}>{t('nothingYet')}</p>
      )}
      {mayDrive ? (
        <div className={styles.row}>
          <MoveMap screen={screen} />
          <Reload screen={screen} />
          {earlier.map((before) => (
            <Button
              key={before.version}
              data-act="put-back"
              onClick={() =>
                void wall.put({ kind: 'push', pushes: [{ screen, content: before.content }] })
              }
            >
              {t('putBack', {
                what:
                  before.sceneName ??
                  before.content.tiles.map(({ kind }) => t(`tile.${kind}`)).join('、'),
              })}
            </Button>
          ))}
        </div>
      ) : null}
      {mayArrange ? <Pairing screen={screen} wall={wall} /> : null}
    </section>
  );
}

function HealthLine({ screen }: { screen: ScreenFieldsFragment }) {
  const { t } = useTranslation('wall');
  const state = useStore(deskWall, ({ states }) => states.get(screen.id)) ?? null;
  const aheadMs = useStore(deskWall, (desk) => desk.aheadMs);
  const look = lookOf(screen, state, useNow() + aheadMs);
  const atDesk = (time: string) => new Date(Date.parse(time) - aheadMs);
  const health = state?.health ?? null;
  const clockErrorMs = health?.clockErrorMs ?? 0;
  return (
    <p className={styles.quiet} data-health={look}>
      <strong data-look={look}>{t(`look.${look}`)}</strong>
      {state && !state.connected ? <Age since={atDesk(state.since)} /> : null}
      {health && state?.connected ? (
        <>
          {' '}
          {state.heardAt ? (
            <>
              {t('heard')} <Age since={atDesk(state.heardAt)} />
              {' · '}
            </>
          ) : null}
          {t('health', {
            frames: health.framesPerSecond ?? '—',
            clock: Math.round(clockErrorMs),
            width: health.widthPx,
            height: health.heightPx,
            lag: Math.round(health.lagMs),
            memory: Math.round((health.heapBytes ?? 0) / 1e6),
            alive: health.picturesAlive,
            failed: health.picturesFailed.length,
          })}
          {Math.abs(clockErrorMs) > toldClockErrorMs ? (
            <span className={styles.amiss} data-clock-wrong>
              {' '}
              {t('clockWrong', { seconds: Math.round(clockErrorMs / 1000) })}
            </span>
          ) : null}
        </>
      ) : null}
    </p>
  );
}

/** Moves the wall's map to where the desk's own looks, on all screens that show a part of it. */
function MoveMap({ screen }: { screen: ScreenFieldsFragment }) {
  const { t } = useTranslation('wall');
  const client = useApolloClient();
  const tile = screen.showing?.content.tiles.find(({ kind }) => kind === 'map');
  if (!tile) return null;
  const move = (): void => {
    const own = viewOfMap();
    if (!own) return;
    const view = viewpointOf(own, tile.rect);
    const variables = {
      commandId: newCommandId(),
      screenId: screen.id,
      tileId: tile.id,
      view,
      durationMs: moveMs,
    };
    // A map that is gone meanwhile is told by the list, which the journal refreshes.
    client.mutate({ mutation: MoveWallViewDocument, variables }).catch(() => {});
  };
  return (
    <Button data-act="move-map" onClick={move}>
      {t('moveMap')}
    </Button>
  );
}

/** A page that has gone wrong and still hears begins anew; one that hears nothing is its machine's to restart. */
function Reload({ screen }: { screen: ScreenFieldsFragment }) {
  const { t } = useTranslation('wall');
  const client = useApolloClient();
  const [isRefused, setRefused] = useState(false);
  if (!screen.pairedAt) return null;
  const reload = (): void => {
    setRefused(false);
    const variables = { commandId: newCommandId(), id: screen.id };
    client.mutate({ mutation: ReloadWallScreenDocument, variables }).catch(() => setRefused(true));
  };
  return (
    <>
      <Button data-act="reload-screen" onClick={reload}>
        {t('reload')}
      </Button>
      {isRefused ? <span role="alert">{t('reloadNotTold')}</span> : null}
    </>
  );
}

function Pairing({ screen, wall }: { screen: ScreenFieldsFragment; wall: Wall }) {
  const { t } = useTranslation('wall');
  const client = useApolloClient();
  const [refused, setRefused] = useState<string | null>(null);
  const { id, version } = screen;
  const act = async (work: (commandId: string) => Promise<unknown>): Promise<void> => {
    setRefused(null);
    try {
      await work(newCommandId());
    } catch (error) {
      setRefused(refusalOf(error).reason);
    }
    wall.ask();
  };
  const pair = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = String(new FormData(form).get('code') ?? '');
    void act((commandId) =>
      client.mutate({ mutation: PairWallScreenDocument, variables: { commandId, id, code } }),
    ).then(() => form.reset());
  };
  return (
    <div className={styles.row}>
      <form className={styles.row} onSubmit={pair}>
        <input
          name="code"
          aria-label={t('pair.code')}
          placeholder={t('pair.code')}
          autoComplete="off"
          maxLength={9}
          size={9}
          required
        />
        <Button type="submit" data-act="pair">
          {t('pair.pair')}
        </Button>
      </form>
      {screen.pairedAt ? (
        <Button
          data-act="unpair"
          onClick={() =>
            void act((commandId) =>
              client.mutate({ mutation: UnpairWallScreenDocument, variables: { commandId, id } }),
            )
          }
        >
          {t('pair.unpair')}
        </Button>
      ) : null}
      <Button
        data-act="remove-screen"
        onClick={() =>
          void act((commandId) =>
            client.mutate({
              mutation: RemoveWallScreenDocument,
              variables: { commandId, id, version },
            }),
          )
        }
      >
        {t('pair.remove')}
      </Button>
      {refused ? (
        <p role="alert" data-refused={refused}>
          {t(`refused.${refused}`, { defaultValue: t('refused.other') })}
        </p>
      ) : null}
    </div>
  );
}

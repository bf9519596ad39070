import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Eye } from 'lucide-react';
import type { ContentFault, WallContent } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  PublishWallSceneDocument,
  RemoveWallSceneDocument,
  SaveWallSceneDocument,
} from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { PushRefused } from '../desk/PushRefused.tsx';
import type { Wall } from '../desk/use-wall.ts';
import {
  contentOfDraft,
  isSameScene,
  newScene,
  sceneDraftOf,
  type SceneDraft,
} from './scene-draft.ts';
import { SceneConflict, type TheirScene } from './SceneConflict.tsx';
import type { Undoable } from './use-undoable.ts';
import styles from './Designer.module.css';

type SceneBarProps = {
  wall: Wall;
  editing: Undoable<SceneDraft>;
  faults: readonly ContentFault[];
  onPreview: () => void;
};

/** Which scene is in hand, and what becomes of it: saved, let out, shown. */
export function SceneBar({ wall, editing, faults, onPreview }: SceneBarProps) {
  const { t } = useTranslation('wall');
  const draft = editing.value;
  const saved = wall.scenes.find(({ id }) => id === draft.id) ?? null;
  const isChanged = !isSameScene(draft, saved === null ? newScene : sceneDraftOf(saved));
  const isBehind = saved !== null && saved.version !== draft.version;
  const saving = useSavingScene(wall, editing);
  const isRefused = faults.some(({ kind }) => kind === 'two-maps');
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label={t('designer.sceneTools')}>
        <select
          aria-label={t('scenes.title')}
          value={draft.id ?? ''}
          data-scene-choice
          onChange={({ target }) => {
            const other = wall.scenes.find(({ id }) => id === target.value);
            editing.reset(other ? sceneDraftOf(other) : newScene);
          }}
          disabled={isChanged}
          title={isChanged ? t('designer.saveFirst') : undefined}
        >
          {wall.scenes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{t('designer.newScene')}</option>
        </select>
        <input
          aria-label={t('scenes.name')}
          placeholder={t('scenes.name')}
          maxLength={60}
          value={draft.name}
          data-scene-name
          onChange={({ target }) => editing.change((it) => ({ ...it, name: target.value }))}
        />
        <Button
          look={isChanged ? 'solid' : 'quiet'}
          data-act="save-scene"
          disabled={!isChanged || draft.name.trim() === ''}
          onClick={() => void saving.save(draft)}
        >
          {t('designer.save')}
        </Button>
        <Button
          data-act="drop-scene"
          disabled={!isChanged}
          onClick={() => editing.reset(saved ? sceneDraftOf(saved) : newScene)}
        >
          {t('designer.dropChanges')}
        </Button>
        <Button
          data-act="publish-scene"
          disabled={
            saved === null || isChanged || isRefused || saved.publishedVersion === saved.version
          }
          onClick={() => saved && void saving.publish(saved)}
        >
          {t('scenes.publish')}
        </Button>
        <Button
          data-act="call-scene"
          disabled={saved?.publishedVersion == null}
          onClick={() => saved && void wall.put({ kind: 'call', scene: saved })}
        >
          {t('scenes.call')}
        </Button>
        <Button data-act="preview" disabled={draft.tiles.length === 0} onClick={onPreview}>
          <Eye size="1.1em" aria-hidden /> {t('designer.preview')}
        </Button>
        <Button
          look="plain"
          data-act="remove-scene"
          disabled={saved === null}
          onClick={() => saved && void saving.remove(saved)}
        >
          {t('scenes.remove')}
        </Button>
      </div>
      <p className={styles.quiet} data-scene-state>
        {saved === null
          ? t('designer.notSaved')
          : t(saved.publishedVersion === saved.version ? 'designer.isOut' : 'designer.isNotOut', {
              version: saved.version,
              who: saved.changedBy,
            })}
        {isChanged ? ` · ${t('designer.unsaved')}` : ''}
      </p>
      {isBehind && isChanged && !saving.conflict ? (
        <p className={styles.amiss} role="status" data-behind>
          {t('designer.behind', { who: saved.changedBy })}
        </p>
      ) : null}
      {saving.conflict ? (
        <SceneConflict
          screens={wall.screens}
          mine={draft}
          theirs={saving.conflict}
          onReplace={() => void saving.save({ ...draft, version: saving.conflict!.version })}
          onTake={() => {
            const { version, name, draft: theirs } = saving.conflict!;
            editing.reset({ id: draft.id, version, name, tiles: theirs.tiles });
            saving.drop();
          }}
          onCopy={() =>
            void saving.save({
              ...draft,
              id: null,
              version: 0,
              name: t('designer.copyName', { name: draft.name }),
            })
          }
        />
      ) : null}
      {saving.refused ? (
        <p role="alert" data-refused={saving.refused}>
          {t(`refused.${saving.refused}`, { defaultValue: t('refused.other') })}
        </p>
      ) : null}
      {wall.refused ? <PushRefused wall={wall} refused={wall.refused} /> : null}
    </>
  );
}

type Saved = { id: string; version: number };

function useSavingScene(wall: Wall, editing: Undoable<SceneDraft>) {
  const client = useApolloClient();
  const [conflict, setConflict] = useState<TheirScene | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setConflict(null);
    setRefused(null);
    try {
      await work();
    } catch (error) {
      const { reason, details } = refusalOf(error);
      if (reason === 'scene-changed') setConflict(details as TheirScene);
      else setRefused(reason);
    }
    wall.ask();
  };
  return {
    conflict,
    refused,
    drop: () => setConflict(null),
    save: (draft: SceneDraft) =>
      act(async () => {
        const { id, version, name } = draft;
        const known = id === null ? {} : { id, version };
        const content: WallContent = contentOfDraft(draft);
        const input = { commandId: newCommandId(), ...known, name, draft: content };
        const { data } = await client.mutate({
          mutation: SaveWallSceneDocument,
          variables: { input },
          refetchQueries: ['WallScenes'],
          awaitRefetchQueries: true,
        });
        if (data) editing.reset(sceneDraftOf(data.saveWallScene));
      }),
    publish: ({ id, version }: Saved) =>
      act(() =>
        client.mutate({
          mutation: PublishWallSceneDocument,
          variables: { commandId: newCommandId(), id, version },
        }),
      ),
    remove: ({ id, version }: Saved) =>
      act(async () => {
        const variables = { commandId: newCommandId(), id, version };
        await client.mutate({ mutation: RemoveWallSceneDocument, variables });
        editing.reset(newScene);
      }),
  };
}

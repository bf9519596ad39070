import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DrawnLayersDocument, type DrawnLayerLineFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from '../WithinPanel.module.css';
import {
  askAboutLayer,
  removeLayer,
  restoreLayer,
  saveLayer,
  shownDrawnLayers,
  toggleDrawnLayer,
} from './drawn-layers.ts';

/** Layers that people drew, own and shared, and the trash of one's own. */
export function DrawnLayerList() {
  const { t } = useTranslation('within');
  const [trash, setTrash] = useState(false);
  const { data, error, refetch } = useQuery(DrawnLayersDocument, {
    variables: { removed: trash },
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data?.drawnLayers, error, retry: () => void refetch() });
  return (
    <div className={toolStyles.body} data-drawn-layers>
      <SectionTitle>{trash ? t('layer.trash') : t('layer.title')}</SectionTitle>
      <PanelFaces
        of={face}
        emptyWords={trash ? t('layer.trashEmpty') : t('layer.none')}
        isEmpty={(layers) => layers.length === 0}
      >
        {(layers) => (
          <ul>
            {layers.map((layer) => (
              <li key={layer.id}>
                <LayerRow layer={layer} />
              </li>
            ))}
          </ul>
        )}
      </PanelFaces>
      <Button look="plain" data-act="trash" onClick={() => setTrash(!trash)}>
        {trash ? t('layer.back') : t('layer.trash')}
      </Button>
    </div>
  );
}

function LayerRow({ layer }: { layer: DrawnLayerLineFragment }) {
  const { t } = useTranslation('within');
  const failureWords = useFailureWords();
  const shown = useStore(shownDrawnLayers, ({ ids }) => ids.includes(layer.id));
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = (act: Promise<void>): void => {
    setFailure(null);
    act.catch((cause: unknown) => setFailure(failureWords(cause)));
  };
  const rename = (): void => {
    if (name?.trim() && name !== layer.name) {
      const { id, version, shared } = layer;
      attempt(saveLayer({ id, version, shared, name }));
    }
    setName(null);
  };
  if (layer.removed) {
    return (
      <div className={styles.layer}>
        <span>{layer.name}</span>
        <Button data-act="restore" onClick={() => attempt(restoreLayer(layer))}>
          {t('layer.restore')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.layer} data-drawn-layer={layer.name}>
      <input
        type="checkbox"
        aria-label={layer.name}
        checked={shown}
        onChange={() => toggleDrawnLayer(layer)}
      />
      {name === null ? (
        <Button look="plain" onClick={() => askAboutLayer(layer)}>
          {layer.name}
        </Button>
      ) : (
        <input
          value={name}
          maxLength={60}
          aria-label={t('layer.name')}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Enter' && rename()}
        />
      )}
      <span className={toolStyles.quiet}>
        {layer.shared ? t('layer.sharedBy', { owner: layer.owner }) : t('layer.private')}
      </span>
      {layer.mine ? (
        <>
          <Button look="plain" onClick={() => setName(layer.name)}>
            {t('layer.rename')}
          </Button>
          <Button look="plain" data-act="remove" onClick={() => attempt(removeLayer(layer))}>
            {t('layer.remove')}
          </Button>
        </>
      ) : null}
      {failure ? <p role="alert">{failure}</p> : null}
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { geometryOf } from '#draw/drawing.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import type { GroundQuestion } from '../question.ts';
import styles from '../WithinPanel.module.css';
import { saveLayer } from './drawn-layers.ts';

/** Keeps the shape on the map under a name; it is found again in the layer panel. */
export function SaveLayerForm({ question }: { question: GroundQuestion }) {
  const { t } = useTranslation('within');
  const { viewer } = useViewer();
  const failureWords = useFailureWords();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  if (!viewer?.permissions.includes('plot.draw')) return null;
  const save = (): void => {
    saveLayer({ name, shared, shape: shapeOf(question) }).then(
      () => {
        setSaid(t('layer.saved', { name }));
        setName('');
      },
      (cause: unknown) => setSaid(failureWords(cause)),
    );
  };
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) save();
      }}
    >
      <label className={styles.field}>
        {t('layer.name')}
        <input
          value={name}
          maxLength={60}
          data-field="layer"
          onChange={(e) => setName(e.target.value)}
        />
      </label>
      <label>
        <input type="checkbox" checked={shared} onChange={(e) => setShared(e.target.checked)} />
        {t('layer.share')}
      </label>
      <Button type="submit" disabled={!name.trim()} data-act="save-layer">
        {t('layer.save')}
      </Button>
      {said ? <p role="status">{said}</p> : null}
    </form>
  );
}

function shapeOf(question: GroundQuestion): GeoJSON.Geometry {
  switch (question.kind) {
    case 'shape':
      return question.shape;
    case 'road':
      return question.line;
    default:
      return geometryOf(question);
  }
}

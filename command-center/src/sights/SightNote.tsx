import { useTranslation } from 'react-i18next';
import { cameraSights, sightOf } from '#map/camera-sights.ts';
import { useStore } from '#ui/create-store.ts';
import toolStyles from '#ui/ToolPanel.module.css';

/** What is missing for an honest sight of this camera, said beside its picture. */
export function SightNote({ cameraId }: { cameraId: string }) {
  const { t } = useTranslation('sights');
  useStore(cameraSights, ({ known }) => known);
  const sight = sightOf(cameraId);
  if (sight === null) return null;
  const missing = sight.unknown.map((part) => t(`survey.missing.${part}`));
  if (!sight.terrainKnown) missing.push(t('survey.terrainMissing'));
  if (missing.length === 0) return null;
  return (
    <span className={toolStyles.bad} data-sight-missing={sight.unknown.join(' ') || 'terrain'}>
      {missing.join(t('separator'))}
    </span>
  );
}

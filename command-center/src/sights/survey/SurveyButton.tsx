import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { beginSurvey, useSurvey } from './survey-state.ts';

/** Puts a camera's pose right on the map; for who may. */
export function SurveyButton({ cameraId }: { cameraId: string }) {
  const { t } = useTranslation('sights');
  const { viewer } = useViewer();
  const inHand = useSurvey((state) => state.camera?.id === cameraId);
  if (inHand || viewer?.permissions.includes('camera.edit') !== true) return null;
  return (
    <Button look="plain" data-act="survey" onClick={() => void beginSurvey(cameraId)}>
      {t('survey.begin')}
    </Button>
  );
}

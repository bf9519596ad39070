import type { SituationPanel } from 'grid-data';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useTranslation } from 'react-i18next';
import { cardsByPanel } from './cards/cards-by-panel.ts';
import { useSituation } from './use-situation.ts';
import styles from './Panels.module.css';

/** One panel by itself, as a screen of the wall shows it: it fills its cell and is read from far. */
export function WallCard({ panel, areaCode }: { panel: SituationPanel; areaCode: string }) {
  const { t } = useTranslation('panels');
  const scope = { areaCode, incidentId: null };
  const face = useSituation(scope);
  const Card = cardsByPanel[panel];
  return (
    <div className={styles.wallCard} data-wall-card={panel}>
      <PanelFaces of={face} emptyWords={t('noRows')} skeletonRows={6}>
        {(situation) => (
          <Card
            situation={situation}
            scope={scope}
            asOf={new Date(situation.asOf)}
            onOpenRequests={() => undefined}
          />
        )}
      </PanelFaces>
    </div>
  );
}

import { useEffect, useState } from 'react';
import { X } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { isSituationPanel } from 'grid-data';
import { PanelArrangementDocument, type SituationFieldsFragment } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { select, selectArea, setShape } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import { ArrangePanels } from './ArrangePanels.tsx';
import { cardsByPanel } from './cards/cards-by-panel.ts';
import { themeOfFigure } from './cards/theme-figure.ts';
import { circleAround } from './circle-around.ts';
import { FigureRows } from './FigureRows.tsx';
import { closeRows, useSituationState, type SituationScope } from './situation-state.ts';
import { ThemeRows } from './ThemeRows.tsx';
import { useSituation, useSituationScope } from './use-situation.ts';
import styles from './Panels.module.css';

type SituationBoardProps = {
  viewer: Viewer;
  onOpenRequests: () => void;
  onClose: () => void;
};

/** 态势: what a commander asks first, for the area or the incident that is selected, in the role's own order. */
export function SituationBoard(props: SituationBoardProps) {
  const scope = useSituationScope(props.viewer.area.code);
  // Rows of another place must not stay open beside these numbers.
  return <BoardOf key={`${scope.areaCode} ${scope.incidentId}`} scope={scope} {...props} />;
}

type BoardOfProps = SituationBoardProps & { scope: SituationScope };

function BoardOf({ viewer, scope, onOpenRequests, onClose }: BoardOfProps) {
  const { t } = useTranslation('panels');
  const face = useSituation(scope);
  const figure = useSituationState((state) => state.figure);
  const themed = figure === null ? null : themeOfFigure(figure);
  const [arranging, setArranging] = useState(false);
  const arrangement = useQuery(PanelArrangementDocument);
  const panels = (arrangement.data?.panelArrangement.panels ?? []).filter(isSituationPanel);
  useEffect(() => () => void closeRows(), []);
  const mayArrange = viewer.permissions.includes('wall.arrange');
  return (
    <div className={styles.board}>
      <Panel
        raised
        title={t('title')}
        aside={
          mayArrange ? (
            <Button
              look="plain"
              aria-pressed={arranging}
              data-act="arrange"
              onClick={() => setArranging(!arranging)}
            >
              {t('arrange.open')}
            </Button>
          ) : null
        }
        onClose={onClose}
        className={styles.panels}
      >
        {arranging ? <ArrangePanels onClose={() => setArranging(false)} /> : null}
        <PanelFaces of={face} emptyWords={t('noRows')} skeletonRows={12}>
          {(situation) => (
            <div data-situation data-as-of-seq={situation.asOfSeq}>
              <ScopeChips situation={situation} scope={scope} ownAreaCode={viewer.area.code} />
              <div className={styles.cards}>
                {panels.map((panel) => {
                  const Card = cardsByPanel[panel];
                  const asOf = new Date(situation.asOf);
                  return <Card key={panel} {...{ situation, scope, asOf, onOpenRequests }} />;
                })}
              </div>
            </div>
          )}
        </PanelFaces>
      </Panel>
      {figure === null ? null : themed === null ? (
        <FigureRows key={figure} figure={figure} scope={scope} />
      ) : (
        <ThemeRows key={figure} {...themed} areaCode={scope.areaCode} />
      )}
    </div>
  );
}

type ScopeChipsProps = {
  situation: SituationFieldsFragment;
  scope: SituationScope;
  ownAreaCode: string;
};

/** What everything here is about; a press undoes it. */
function ScopeChips({ situation, scope, ownAreaCode }: ScopeChipsProps) {
  const { t } = useTranslation('panels');
  const titleOf = useIncidentTitle();
  const { incident, radiusMeters } = situation;
  useEffect(() => {
    if (!incident || radiusMeters == null) return undefined;
    const { longitude, latitude } = incident.position;
    setShape('situation-scope', {
      geometry: circleAround([longitude, latitude], radiusMeters),
      symbols: [{ kind: 'line', color: 'accent', opacity: 0.8, widthPx: 2, dashed: true }],
    });
    return () => setShape('situation-scope', null);
  }, [incident, radiusMeters]);
  return (
    <p className={styles.chips}>
      {incident ? (
        <Button className={styles.chip} data-chip="incident" onClick={() => select(null)}>
          {t('around', { title: titleOf(incident.title), meters: radiusMeters ?? 0 })}
          <X size="1em" aria-label={t('undo')} />
        </Button>
      ) : null}
      {scope.areaCode === ownAreaCode ? null : (
        <Button className={styles.chip} data-chip="area" onClick={() => selectArea(null)}>
          {situation.area?.name ?? scope.areaCode}
          <X size="1em" aria-label={t('undo')} />
        </Button>
      )}
    </p>
  );
}

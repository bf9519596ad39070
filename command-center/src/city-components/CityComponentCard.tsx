import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  CityComponentCardDocument,
  type CityComponentShownFragment,
} from '#gis/generated/graphql.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { HistoryList } from '#journal/HistoryList.tsx';
import { select, selectArea } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { CardBody } from '#ui/CardBody.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { useClassName } from '#words/use-class-name.ts';

import { ReportComponent } from './ReportComponent.tsx';
import { StateControl } from './StateControl.tsx';

const stateMarks: Record<string, { shape: 'disc' | 'diamond' | 'triangle'; color: string }> = {
  intact: { shape: 'disc', color: 'state-good' },
  damaged: { shape: 'diamond', color: 'state-high' },
  lost: { shape: 'triangle', color: 'state-alarm' },
};

export function CityComponentCard({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation('city-components');
  const { data, error, refetch } = useQuery(CityComponentCardDocument, {
    variables: { code },
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  return (
    <Panel title={t('title')} onClose={onClose}>
      <PanelFaces of={face} emptyWords={t('empty')} isEmpty={(answer) => !answer.cityComponent}>
        {({ cityComponent }) =>
          cityComponent ? <Body shown={cityComponent} onStale={() => void refetch()} /> : null
        }
      </PanelFaces>
    </Panel>
  );
}

function Body({ shown, onStale }: { shown: CityComponentShownFragment; onStale: () => void }) {
  const { t } = useTranslation('city-components');
  const nameOf = useClassName();
  const titleOf = useIncidentTitle();
  const cell = shown.gridCell;
  return (
    <CardBody
      title={
        <>
          <Mark {...(stateMarks[shown.state] ?? { shape: 'disc', color: 'state-off' })} />
          {shown.name}
        </>
      }
    >
      <Facts
        facts={[
          [t('state'), t(`states.${shown.state}`)],
          [t('class'), nameOf(shown.class)],
          [t('code'), shown.code],
          [t('place'), shown.address],
          [
            t('area'),
            <Button key="area" look="plain" onClick={() => selectArea(shown.area.code)}>
              {shown.area.name}
            </Button>,
          ],
          [
            t('gridCell'),
            cell ? (
              <Button
                look="plain"
                onClick={() =>
                  select({
                    kind: 'grid-cell',
                    id: `${cell.gridSystem}/${cell.code}`,
                    position: null,
                  })
                }
              >
                {cell.name}
              </Button>
            ) : null,
          ],
          [t('workers'), cell?.workers.map((w) => `${w.displayName} (${w.post})`).join('、')],
          [t('competent'), shown.competentDepartment],
          [t('owner'), shown.ownerDepartment],
          [t('maintainer'), shown.maintainDepartment],
          [t('since'), shown.initialDate ? clockWords(new Date(shown.initialDate), 'full') : null],
          [t('source'), shown.dataSource],
        ]}
      />
      <StateControl shown={shown} onStale={onStale} />
      <ReportComponent shown={shown} />
      {shown.incidents.length > 0 ? <SectionTitle>{t('incidents')}</SectionTitle> : null}
      <ul>
        {shown.incidents.map((incident) => (
          <li key={incident.id}>
            <Button
              look="plain"
              onClick={() =>
                select({
                  kind: 'incident',
                  id: incident.id,
                  position: [incident.position.longitude, incident.position.latitude],
                })
              }
            >
              {titleOf(incident.title)} · {t(`incidents:state.${incident.state}`)}
            </Button>
          </li>
        ))}
      </ul>
      <SectionTitle>{t('history')}</SectionTitle>
      <HistoryList entries={shown.history} />
    </CardBody>
  );
}

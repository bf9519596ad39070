import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  CamerasWithinDocument,
  CityComponentsWithinDocument,
  GroundCountsDocument,
  IncidentsWithinDocument,
  PlacesWithinDocument,
  type WithinInput,
} from '#gis/generated/graphql.ts';
import { IncidentRow } from '#incidents/IncidentRow.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { ExportButton } from '../ExportButton.tsx';
import { showRows, useAsk, withinOf, type RowsAsked } from '../question.ts';
import lists from '#lists/lists.module.css';
import { PagedRows } from './PagedRows.tsx';
import { ThingRow } from './ThingRow.tsx';

/** The rows behind a number of the question; as many as the number says. */
export function WithinRows() {
  const { t } = useTranslation('within');
  const rows = useAsk((state) => state.rows);
  const question = useAsk((state) => state.question);
  if (!rows || !question) return null;
  const within = withinOf(question);
  return (
    <Panel
      title={t(`rows.${rows.kind}`)}
      onClose={() => showRows(null)}
      className={lists.list}
      aside={rows.kind === 'population' ? null : <ExportButton rows={rows} within={within} />}
    >
      <Rows rows={rows} within={within} />
    </Panel>
  );
}

function Rows({ rows, within }: { rows: RowsAsked; within: WithinInput }) {
  switch (rows.kind) {
    case 'cameras':
      return <Cameras within={within} states={rows.state === null ? null : [rows.state]} />;
    case 'cityComponents':
      return (
        <Components
          within={within}
          classCodes={rows.classCode === null ? null : [rows.classCode]}
        />
      );
    case 'incidents':
      return (
        <PagedRows
          document={IncidentsWithinDocument}
          variables={{ within, openOnly: rows.openOnly }}
          field="incidents"
          keyOf={({ id }) => id}
          renderRow={(incident) => <IncidentRow incident={incident} />}
        />
      );
    case 'places':
      return <Places within={within} kinds={rows.placeKind === null ? null : [rows.placeKind]} />;
    case 'units':
      return <Units within={within} />;
    case 'population':
      return <PopulationCells within={within} />;
  }
}

function Cameras({ within, states }: { within: WithinInput; states: string[] | null }) {
  const { t } = useTranslation('lists');
  return (
    <PagedRows
      document={CamerasWithinDocument}
      variables={{ within, states }}
      field="cameras"
      keyOf={({ id }) => id}
      renderRow={({ id, name, state, position }) => (
        <ThingRow
          kind="camera"
          id={id}
          name={name}
          position={position}
          aside={t(`cameraState.${state}`)}
        />
      )}
    />
  );
}

function Components({ within, classCodes }: { within: WithinInput; classCodes: string[] | null }) {
  const { t } = useTranslation('city-components');
  return (
    <PagedRows
      document={CityComponentsWithinDocument}
      variables={{ within, classCodes }}
      field="cityComponents"
      keyOf={({ code }) => code}
      renderRow={({ code, name, address, state, position }) => (
        <ThingRow
          kind="city-component"
          id={code}
          name={address ? `${name} ${address}` : name}
          position={position}
          aside={t(`states.${state}`)}
        />
      )}
    />
  );
}

function Places({ within, kinds }: { within: WithinInput; kinds: string[] | null }) {
  const { t } = useTranslation('places');
  return (
    <PagedRows
      document={PlacesWithinDocument}
      variables={{ within, kinds }}
      field="places"
      keyOf={({ id }) => id}
      renderRow={({ id, name, kind, position }) => (
        <ThingRow
          kind="place"
          id={id}
          name={name}
          position={position}
          aside={t(`kinds.${kind}`, { defaultValue: kind })}
        />
      )}
    />
  );
}

/** The very units that were counted: a moment later others stand there. */
function Units({ within }: { within: WithinInput }) {
  const { t } = useTranslation('units');
  const { data, error, refetch } = useQuery(GroundCountsDocument, { variables: { within } });
  const face = faceOf({ value: data?.groundCounts.units, error, retry: () => void refetch() });
  return (
    <PanelFaces of={face} emptyWords={t('within:nothing')} isEmpty={(units) => !units.length}>
      {(units) => (
        <ul data-list="within">
          {units.map(({ id, name, callSign, kind, position }) => (
            <li key={id}>
              <ThingRow
                kind="unit"
                id={id}
                name={callSign ? `${name} ${callSign}` : name}
                position={position}
                aside={t(`kinds.${kind}`, { defaultValue: kind })}
              />
            </li>
          ))}
        </ul>
      )}
    </PanelFaces>
  );
}

function PopulationCells({ within }: { within: WithinInput }) {
  const { t } = useTranslation('within');
  const { data, error, refetch } = useQuery(GroundCountsDocument, { variables: { within } });
  const face = faceOf({
    value: data?.groundCounts.population?.cells,
    error,
    retry: () => void refetch(),
  });
  return (
    <PanelFaces of={face} emptyWords={t('nothing')}>
      {(cells) => (
        <ul data-list="within">
          {cells.map(({ cell, people }, i) => (
            <li key={cell?.code ?? i}>
              <ThingRow
                kind="grid-cell"
                id={cell ? `${cell.gridSystem}/${cell.code}` : ''}
                name={cell?.name ?? '—'}
                position={null}
                aside={people == null ? t('fewPeople') : t('people', { count: people })}
              />
            </li>
          ))}
        </ul>
      )}
    </PanelFaces>
  );
}

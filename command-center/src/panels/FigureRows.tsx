import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SituationRowsDocument, type SituationRowsQuery } from '#gis/generated/graphql.ts';
import { IncidentRow } from '#incidents/IncidentRow.tsx';
import { MoreRows } from '#lists/MoreRows.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { ThingRow } from '#within/rows/ThingRow.tsx';
import { closeRows, freezeAt, type SituationScope } from './situation-state.ts';
import styles from './Panels.module.css';

type Rows = SituationRowsQuery['situationRows'];

/** The rows behind a number. The numbers beside them are of the same moment, until the rows are closed. */
export function FigureRows({ figure, scope }: { figure: string; scope: SituationScope }) {
  const { t } = useTranslation('panels');
  const { areaCode, incidentId } = scope;
  const place = incidentId === null ? { areaCode } : { incidentId };
  const { data, error, refetch, fetchMore } = useQuery(SituationRowsDocument, {
    variables: { figure, ...place },
    fetchPolicy: 'network-only',
  });
  const rows = data?.situationRows;
  useEffect(() => {
    if (rows) freezeAt(rows.situation);
  }, [rows]);
  const words = useFigureWords();
  const face = faceOf({ value: rows, error, retry: () => void refetch() });
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        situationRows: together(before.situationRows, fetchMoreResult.situationRows),
      }),
    });
  return (
    <Panel
      raised
      title={rows ? t('rowsTitle', { what: words(figure, rows), count: rows.count }) : '…'}
      aside={rows ? <ClockTime at={new Date(rows.situation.asOf)} /> : null}
      onClose={closeRows}
      className={styles.rows}
    >
      <PanelFaces of={face} emptyWords={t('noRows')} isEmpty={({ count }) => count === 0}>
        {(shown) => (
          <div
            data-rows={shown.figure}
            data-rows-count={shown.count}
            data-as-of-seq={shown.situation.asOfSeq}
          >
            <RowList rows={shown} />
            <MoreRows pageInfo={shown.pageInfo} more={more} />
          </div>
        )}
      </PanelFaces>
    </Panel>
  );
}

/** Rows of a later page are of a later moment: its numbers replace those of the first. */
function together(before: Rows, next: Rows): Rows {
  return {
    ...next,
    incidents: [...before.incidents, ...next.incidents],
    cameras: [...before.cameras, ...next.cameras],
    units: [...before.units, ...next.units],
    cityComponents: [...before.cityComponents, ...next.cityComponents],
    duties: [...before.duties, ...next.duties],
  };
}

function useFigureWords(): (figure: string, rows: Rows) => string {
  const { t } = useTranslation('panels');
  return (figure, rows) => {
    const found = rows.situation.openByArea.find(({ area }) => `area:${area.code}` === figure);
    return found ? t('openIn', { name: found.area.name }) : t(`figure.${figure}`);
  };
}

function RowList({ rows }: { rows: Rows }) {
  const { t } = useTranslation('panels');
  return (
    <ul data-list="situation">
      {rows.incidents.map((incident) => (
        <li key={incident.id} className={styles.incident}>
          <IncidentRow incident={incident} />
        </li>
      ))}
      {rows.cameras.map(({ id, name, state, position }) => (
        <li key={id}>
          <ThingRow
            kind="camera"
            id={id}
            name={name}
            position={position}
            aside={t(`lists:cameraState.${state}`)}
          />
        </li>
      ))}
      {rows.units.map(({ id, name, kind, callSign, position }) => (
        <li key={id}>
          <ThingRow
            kind="unit"
            id={id}
            name={callSign ? `${name} ${callSign}` : name}
            position={position}
            aside={t(`units:kinds.${kind}`, { defaultValue: kind })}
          />
        </li>
      ))}
      {rows.cityComponents.map(({ code, name, address, state, position }) => (
        <li key={code}>
          <ThingRow
            kind="city-component"
            id={code}
            name={address ? `${name} ${address}` : name}
            position={position}
            aside={t(`city-components:states.${state}`)}
          />
        </li>
      ))}
      {rows.duties.map(({ id, displayName, area, signedInAt }) => (
        <li key={id} className={styles.duty} data-row={id}>
          <span>{displayName}</span>
          <span className={styles.words}>
            {area.name} · <ClockTime at={new Date(signedInAt)} seconds={false} />
          </span>
        </li>
      ))}
    </ul>
  );
}

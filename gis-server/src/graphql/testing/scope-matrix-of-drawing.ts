/** Asking about the ground, drawing on it and taking rows out of it. */
import type { Loose } from './graph-under-test.ts';
import { idsIn, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const officer = 'duty-officer';
const county = '{ areaCode: "990101" }';
const has = (list: Loose[] | undefined, id: string): boolean =>
  list?.some((item) => item.id === id) ?? false;

export const drawingQueryRows: MatrixRow[] = [
  {
    field: 'Query.plots',
    role: officer,
    document: `{ plots(incidentId: "${ids.incident(1)}") { id shape removed } }`,
    sees: (d) => has(d.plots, ids.plot),
  },
  {
    field: 'Query.drawnLayers',
    role: officer,
    document: '{ drawnLayers { id mine shape area { code } } }',
    sees: (d) => has(d.drawnLayers, ids.drawnLayer),
  },
  {
    field: 'Query.groundCounts',
    role: officer,
    document: `{ groundCounts(within: { areaCode: "${targetVillage}" }) {
      cityComponents { class { code } count } cameras { count } incidents { class { code } state open count }
      places { kind count } unitsOnDuty { kind } units { id } population { people cells { people cell { code } } } } }`,
    sees: (d) => d.groundCounts.cityComponents[0]?.count === 2,
  },
  {
    field: 'Query.travelRing',
    role: officer,
    document:
      '{ travelRing(from: { longitude: 9.93, latitude: 50 }, minutes: 5) { shape speeds { roadClass kmh } } }',
    sees: (d) => d.travelRing.shape.coordinates.length > 0,
    common: true,
  },
  {
    field: 'Query.sightArea',
    role: officer,
    document:
      '{ sightArea(from: { longitude: 9.93, latitude: 50 }, heightMeters: 10, rangeMeters: 100) { shape visibleShare } }',
    sees: (d) => d.sightArea.shape.coordinates.length > 0,
    common: true,
  },
];

export const drawingMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.savePlot',
    role: officer,
    document: `mutation ($c: ID!) { savePlot(input: { commandId: $c, id: $c, incidentId: "${ids.incident(1)}", version: 0,
      kind: "symbol", symbol: "fire", color: "red", shape: { type: "Point", coordinates: [9.93, 50] } }) { plot { id } } }`,
    sees: (d) => d?.savePlot.plot.id != null,
  },
  {
    field: 'Mutation.removePlot',
    role: officer,
    document: `mutation ($c: ID!) { removePlot(commandId: $c, id: "${ids.plot}") }`,
    sees: (d) => d?.removePlot === ids.plot,
  },
  {
    field: 'Mutation.restorePlot',
    role: officer,
    document: `mutation ($c: ID!) { restorePlot(commandId: $c, id: "${ids.plot}") { removed } }`,
    sees: (d) => d?.restorePlot.removed === false,
  },
  {
    field: 'Mutation.saveDrawnLayer',
    role: officer,
    document: `mutation ($c: ID!) { saveDrawnLayer(input: { commandId: $c, name: "mine", shared: false,
      shape: { type: "LineString", coordinates: [[9.93, 50], [9.94, 50]] } }) { mine } }`,
    sees: (d) => d?.saveDrawnLayer.mine === true,
    common: true,
  },
  {
    field: 'Mutation.removeDrawnLayer',
    role: officer,
    document: `mutation ($c: ID!) { removeDrawnLayer(commandId: $c, id: "${ids.drawnLayer}", version: 1) }`,
    // Another's layer: who sees it is told whose it is, who does not is told that there is none.
    sees: (_, answer) => answer.code === 'FORBIDDEN',
  },
  {
    field: 'Mutation.restoreDrawnLayer',
    role: officer,
    document: `mutation ($c: ID!) { restoreDrawnLayer(commandId: $c, id: "${ids.drawnLayer}") { id } }`,
    sees: (_, answer) => answer.code === 'FORBIDDEN',
  },
  {
    field: 'Mutation.exportRows',
    role: officer,
    document: `mutation ($c: ID!) { exportRows(input: { commandId: $c, within: ${county}, list: "cityComponents", format: "csv" }) { text rows } }`,
    sees: (d) => d?.exportRows.text.includes(ids.component(1)) ?? false,
  },
];

import { incidentStates, isOpenState } from 'grid-data';
import type { MapLayer, Styled } from '../layer.ts';

export const gradeColors: Styled<string> = {
  attribute: 'grade',
  values: { 1: 'state-alarm', 2: 'state-high', 3: 'state-middle', 4: 'state-low' },
  otherwise: 'state-off',
};

/** Grade is said by colour and by shape: the two that cannot wait have corners. */
export const gradeShapes: Styled<'triangle' | 'diamond' | 'square' | 'disc'> = {
  attribute: 'grade',
  values: { 1: 'triangle', 2: 'diamond', 3: 'square', 4: 'disc' },
  otherwise: 'disc',
};

const open = { attribute: 'state', values: incidentStates.filter(isOpenState) };

/** Open incidents (问题): counts from afar, one mark each from the town down. */
export const incidentLayer: MapLayer = {
  id: 'incidents',
  source: { kind: 'tiles', tiles: 'incidents', minZoom: 0, maxZoom: 16 },
  idAttribute: 'id',
  click: 'incident',
  engines: ['flat', 'globe'],
  shownAtStart: true,
  parts: [
    {
      sourceLayer: 'incidents-bins',
      minZoom: 0,
      maxZoom: 24,
      symbol: { kind: 'bin', color: 'state-low', counted: open.values },
    },
    {
      // All open ones by the page, where they are not too many: each with its grade, from the whole county down.
      sourceLayer: 'page',
      minZoom: 0,
      maxZoom: 13,
      symbol: {
        kind: 'icon',
        icon: '',
        shape: gradeShapes,
        color: gradeColors,
        sizePx: 15,
      },
    },
    {
      sourceLayer: 'incidents',
      minZoom: 13,
      maxZoom: 24,
      only: open,
      symbol: {
        kind: 'icon',
        icon: { attribute: 'class', lookup: 'incident-classes', otherwise: 'incident' },
        shape: gradeShapes,
        color: gradeColors,
        sizePx: 26,
      },
    },
  ],
  legend: [
    { words: 'legend.grade1', color: 'state-alarm', shape: 'triangle' },
    { words: 'legend.grade2', color: 'state-high', shape: 'diamond' },
    { words: 'legend.grade3', color: 'state-middle', shape: 'square' },
    { words: 'legend.grade4', color: 'state-low', shape: 'disc' },
  ],
};

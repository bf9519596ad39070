import { faultyHealths, worstHealthsFirst, type CameraHealth } from 'grid-data';
import type { LegendEntry, MapLayer, Styled } from '../layer.ts';

const byState: Styled<string> = {
  attribute: 'state',
  values: { online: 'map-camera', offline: 'state-off', faulty: 'state-high' },
  otherwise: 'state-middle',
};

/** A cone says what is watched now; where nothing is known to be watched it stays grey. */
const coneByState: Styled<string> = {
  attribute: 'state',
  values: { online: 'map-cone', faulty: 'state-high' },
  otherwise: 'state-off',
};

/** In place of the kind, inside the shape of the state. */
const amiss = Object.fromEntries(worstHealthsFirst.map((health) => [health, `health-${health}`]));

/**
 * Cameras and the ground they cover. Offline is grey and square, unknown is amber and a diamond; one whose pictures
 * come and are black, frozen or wrongly timed is a triangle. The sign inside says what is amiss, and else what kind of camera it is.
 */
export const cameraLayer: MapLayer = {
  id: 'cameras',
  source: { kind: 'tiles', tiles: 'cameras', minZoom: 0, maxZoom: 16 },
  idAttribute: 'id',
  click: 'camera',
  engines: ['flat', 'globe'],
  shownAtStart: true,
  parts: [
    {
      sourceLayer: 'cameras-bins',
      minZoom: 11.8,
      maxZoom: 24,
      symbol: { kind: 'bin', color: 'map-camera', counted: null },
    },
    {
      sourceLayer: 'cameras',
      minZoom: 15,
      maxZoom: 24,
      symbol: { kind: 'view-cone', color: coneByState, opacity: 0.16 },
    },
    {
      sourceLayer: 'cameras',
      minZoom: 12,
      maxZoom: 14,
      symbol: { kind: 'dot', color: byState, radiusPx: 3.2, opacity: 0.9 },
    },
    {
      sourceLayer: 'cameras',
      minZoom: 14,
      maxZoom: 24,
      symbol: {
        kind: 'icon',
        icon: {
          attribute: 'sign',
          values: {
            ...amiss,
            fixed: 'camera-fixed',
            dome: 'camera-dome',
            ptz: 'camera-ptz',
            'high-point': 'camera-high-point',
            mobile: 'camera-mobile',
          },
          otherwise: 'camera-fixed',
        },
        shape: {
          attribute: 'state',
          values: { online: 'disc', offline: 'square', faulty: 'triangle' },
          otherwise: 'diamond',
        },
        color: byState,
        sizePx: 24,
      },
    },
  ],
  legend: [
    { words: 'legend.cameraOnline', color: 'map-camera', shape: 'disc', icon: 'camera-fixed' },
    {
      words: 'legend.cameraOffline',
      color: 'state-off',
      shape: 'square',
      icon: 'camera-fixed',
    },
    {
      words: 'legend.cameraUnknown',
      color: 'state-middle',
      shape: 'diamond',
      icon: 'camera-fixed',
    },
    ...worstHealthsFirst.map(legendOf),
    { words: 'legend.cameraCone', color: 'map-cone', shape: 'cone' },
  ],
};

function legendOf(health: CameraHealth): LegendEntry {
  const look = { words: `legend.health.${health}`, icon: `health-${health}` };
  return faultyHealths.some((each) => each === health)
    ? { ...look, color: 'state-high', shape: 'triangle' }
    : { ...look, color: 'state-off', shape: 'square' };
}

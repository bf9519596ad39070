/** Colours of the base map in one theme. Near tones on purpose: what happens in the city is the only bright thing. */
export type MapTokens = {
  ground: string;
  landUse: Readonly<Record<string, string>>;
  water: string;
  waterEdge: string;
  roadMajor: string;
  roadMinor: string;
  roadCasing: string;
  rail: string;
  building: string;
  hillShadow: string;
  hillHighlight: string;
  hillExaggeration: number;
  areaName: string;
  roadName: string;
  waterName: string;
  halo: string;
};

export const mapThemes = ['dark-wall', 'light-desk'] as const;
export type MapTheme = (typeof mapThemes)[number];

export const mapTokens: Record<MapTheme, MapTokens> = {
  'dark-wall': {
    ground: '#10171e',
    landUse: {
      forest: '#111d1f',
      grass: '#131f20',
      park: '#14231f',
      farmland: '#131b1f',
      residential: '#161f28',
      commercial: '#19222c',
      industrial: '#1a2027',
      school: '#17212a',
      square: '#1c2630',
    },
    water: '#0e2534',
    waterEdge: '#17384c',
    roadMajor: '#3c4c5b',
    roadMinor: '#26323d',
    roadCasing: '#0c1218',
    rail: '#2c3843',
    building: '#222e3a',
    hillShadow: '#03060a',
    hillHighlight: '#4c6175',
    hillExaggeration: 0.72,
    areaName: '#c3d3e0',
    roadName: '#8496a6',
    waterName: '#5f8aa6',
    halo: '#0d1319',
  },
  'light-desk': {
    ground: '#f1f2ef',
    landUse: {
      forest: '#dfe8dc',
      grass: '#e4ebdd',
      park: '#d8e8d2',
      farmland: '#ebeee3',
      residential: '#eae9e6',
      commercial: '#ece6e1',
      industrial: '#e5e4e6',
      school: '#ece9dd',
      square: '#eeeae2',
    },
    water: '#c4dae6',
    waterEdge: '#a6c6d6',
    roadMajor: '#ffffff',
    roadMinor: '#fbfbf9',
    roadCasing: '#cfd3d2',
    rail: '#b9bec0',
    building: '#dedbd5',
    hillShadow: '#8b938c',
    hillHighlight: '#ffffff',
    hillExaggeration: 0.4,
    areaName: '#2b3742',
    roadName: '#5b6771',
    waterName: '#3f7391',
    halo: '#ffffff',
  },
};

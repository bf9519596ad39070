import type { DemoPlatform } from 'grid-data/generate';

/** The ids that npm start gives the simulated platforms in the gateway's list. */
export const demoPlatformIds: Record<DemoPlatform, string> = {
  artemis: 'demo-public-security',
  icc: 'demo-township',
  'signed-get': 'demo-traffic',
};

/** The rows of the scope matrix about screens, what they show, and scenes. */
import { idsIn, targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

const ids = idsIn(targetVillage);
const has = (list: Record<string, unknown>[] | undefined, key: string, value: string) =>
  list?.some((item) => item[key] === value) ?? false;

const place =
  'leftMm: 0, topMm: 0, widthMm: 1000, heightMm: 560, bezelMm: 5, widthPx: 1920, heightPx: 1080';
const view = '{ longitude: 9.93, latitude: 50, metersPerMm: 2, bearingDeg: 0, pitchDeg: 0 }';
const conflict = (_: unknown, answer: { code: string | null }) => answer.code === 'CONFLICT';

export const wallQueryRows: MatrixRow[] = [
  {
    field: 'Query.wallScreens',
    role: 'duty-officer',
    document:
      '{ wallScreens { id area { code } showing { version content motions cause } earlier { version } } }',
    sees: (d) => has(d?.wallScreens, 'id', ids.screen),
  },
  {
    field: 'Query.wallScenes',
    role: 'duty-officer',
    document: '{ wallScenes { id area { code } draft published schedules { id minuteOfDay } } }',
    sees: (d) => has(d?.wallScenes, 'id', ids.scene),
  },
];

export const wallMutationRows: MatrixRow[] = [
  {
    field: 'Mutation.saveWallScreen',
    role: 'shift-leader',
    document: `mutation ($c: ID!) { saveWallScreen(input: { commandId: $c, id: "${ids.screen}", version: 99, name: "left", ${place} }) { id } }`,
    sees: conflict,
  },
  {
    field: 'Mutation.removeWallScreen',
    role: 'shift-leader',
    document: `mutation ($c: ID!) { removeWallScreen(commandId: $c, id: "${ids.screen}", version: 99) }`,
    sees: conflict,
  },
  {
    field: 'Mutation.unpairWallScreen',
    role: 'shift-leader',
    document: `mutation ($c: ID!) { unpairWallScreen(commandId: $c, id: "${ids.screen}") { pairedAt } }`,
    sees: (d) => d?.unpairWallScreen.pairedAt === null,
  },
  {
    field: 'Mutation.reloadWallScreen',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { reloadWallScreen(commandId: $c, id: "${ids.screen}") { id } }`,
    sees: (d) => d?.reloadWallScreen.id === ids.screen,
  },
  {
    field: 'Mutation.pushToWallScreen',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { pushToWallScreen(input: { commandId: $c, screenId: "${ids.screen}", seenVersion: 99, content: { tiles: [] } }) { version } }`,
    sees: conflict,
  },
  {
    field: 'Mutation.callWallScene',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { callWallScene(commandId: $c, sceneId: "${ids.scene}", seen: []) { version } }`,
    sees: conflict,
  },
  {
    field: 'Mutation.moveWallView',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { moveWallView(commandId: $c, screenId: "${ids.screen}", tileId: "map", view: ${view}) { motions } }`,
    sees: (d) => d?.moveWallView[0]?.motions.map?.to.metersPerMm === 2,
  },
  {
    field: 'Mutation.saveWallScene',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { saveWallScene(input: { commandId: $c, id: "${ids.scene}", version: 99, name: "night", draft: { tiles: [] } }) { id } }`,
    sees: conflict,
  },
  {
    field: 'Mutation.publishWallScene',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { publishWallScene(commandId: $c, id: "${ids.scene}", version: 99) { id } }`,
    sees: conflict,
  },
  {
    field: 'Mutation.removeWallScene',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { removeWallScene(commandId: $c, id: "${ids.scene}", version: 99) }`,
    sees: conflict,
  },
  {
    field: 'Mutation.scheduleWallScene',
    role: 'duty-officer',
    document: `mutation ($c: ID!) { scheduleWallScene(commandId: $c, sceneId: "${ids.scene}", minuteOfDay: 480, days: [1]) { schedules { minuteOfDay } } }`,
    sees: (d) => d?.scheduleWallScene.schedules.length > 0,
  },
];

/** A code or a schedule is used up by the first who gives it: src/wall-screens asks each from every stand. */
export const wallFieldsOfTheirOwn = ['Mutation.pairWallScreen', 'Mutation.unscheduleWallScene'];

/** Why something that a phone sends is not accepted: each by its own reason, and for each the phone has words. */
import { moveGuards, moveNeeds } from '../case/moves.ts';

const ofEverything = [
  ...['permission-missing', 'outside-scope', 'internal', 'already-there', 'not-text'],
  ...['text-too-long', 'unknown-word', 'unknown-code', 'missing', 'out-of-range'],
  ...['command-id', 'command-id-taken'],
];
const ofReports = [...['class-retired', 'unknown-key-unit', 'seen-in-future', 'seen-too-long-ago']];
const ofPhotos = [
  ...['photo-broken', 'photo-format', 'photo-bomb', 'photo-too-large', 'photo-offset'],
  ...['photo-size', 'photo-hash', 'unknown-photo', 'too-many-photos', 'bad-query'],
];
const ofMoves = [
  ...['unknown-incident', 'version-conflict', 'step-not-in-loop', 'archived', 'signed'],
  ...['other-department', 'unmet-at-level', 'standard-missing', 'standard-retired'],
  // Those two guards have words of their own.
  ...moveGuards.filter((guard) => guard !== 'own-department').map((guard) => `unmet-${guard}`),
  ...moveNeeds.map((need) => `${need}-missing`),
];
const ofRoundsAndMessages = [
  ...['unknown-list', 'unknown-task', 'incomplete', 'unknown-bulletin'],
  ...['overlapping', 'unknown-substitute', 'unknown-leave', 'own-leave', 'already-decided'],
];
/** What the phone finds by itself. */
const ofThePhone = ['tried-long-ago', 'app-outdated'];

export const fieldRefusals: readonly string[] = [
  ...new Set([
    ...ofEverything,
    ...ofReports,
    ...ofPhotos,
    ...ofMoves,
    ...ofRoundsAndMessages,
    ...ofThePhone,
  ]),
];

/** Pages beside the hall, and who may open them; the bar at the bottom and the search palette read the same list. */
import { keepsRecords } from '#records/keeps-records.ts';
import { designerPath } from './path.ts';

type Rights = { permissions: readonly string[] };
type HallPage = {
  /** Its word, too. */
  id: string;
  path: string;
  /** In the bar; what is not there is reached from another panel, and by the search. */
  inBar: boolean;
  mayOpen: (viewer: Rights) => boolean;
};

/** Whoever may move cases has a desk. */
const deskRights = [
  'incident.accept',
  'incident.register',
  'incident.dispatch',
  'incident.dispose',
  'case.supervise',
] as const;

const has =
  (...rights: readonly string[]) =>
  ({ permissions }: Rights) =>
    rights.some((right) => permissions.includes(right));

const pages: readonly HallPage[] = [
  { id: 'desk', path: '/desk', inBar: true, mayOpen: has(...deskRights) },
  { id: 'evaluation', path: '/evaluation', inBar: true, mayOpen: has('evaluation.read') },
  { id: 'records', path: '/records', inBar: true, mayOpen: keepsRecords },
  {
    id: 'recordings',
    path: '/recordings',
    inBar: true,
    mayOpen: ({ permissions }) => permissions.some((each) => each.startsWith('recording.')),
  },
  { id: 'linkage', path: '/linkage', inBar: true, mayOpen: has('linkage.edit') },
  { id: 'caseRules', path: '/case-rules', inBar: true, mayOpen: has('case.configure') },
  { id: 'accounts', path: '/accounts', inBar: true, mayOpen: has('account.manage') },
  {
    id: 'wallDesigner',
    path: designerPath,
    inBar: false,
    mayOpen: has('wall.drive', 'wall.arrange'),
  },
];

export function pagesOf(viewer: Rights | null | undefined): HallPage[] {
  return viewer ? pages.filter(({ mayOpen }) => mayOpen(viewer)) : [];
}

/** Roles are named sets of permissions; every check in the code asks for a permission, never for a role. */
export const permissions = [
  'map.read', // see areas, grid, components, places, cameras' positions, incidents in scope
  'incident.report',
  'incident.accept', // 受理, 核实/核查 tasks
  'incident.register', // 立案, 作废, 结案
  'incident.dispatch', // 派遣
  'incident.dispose', // sign, feed back: own department only
  'incident.instruct', // 批示, 交办
  'bulletin.issue', // 协查, 通知公告, 巡查任务: to the field of one's area, and what comes back
  'case.supervise', // 督办, 缓办 and 挂账
  'evaluation.read', // 综合评价: figures of areas and departments
  'evaluation.keep', // figures of persons too, and keeping results
  'case.force', // an act outside the table of moves, told to the auditor
  'camera.view', // ask for a ticket to a live picture
  'camera.ptz', // turn a camera that one looks through
  'recording.request', // 调阅申请: ask to look at recorded video, take copies out
  'recording.approve', // decide such requests and exports, for cameras in the area and of owners one speaks for
  'camera.break-glass', // 破窗查看: look where no filed purpose covers it, in an emergency and on duty
  'camera.edit', // survey: bearing, width, range; filing data
  'duty.sign-in', // 带班领导, 值班长
  'wall.drive', // 上墙: push things onto the screens of a hall, make and call scenes
  'wall.arrange', // the screens themselves: where they hang, pairing
  'linkage.edit', // 联动: rules of one's area
  'plot.draw', // 标绘: draw on an incident's map, keep layers
  'data.export', // rows as a file that leaves the house
  'unit.read',
  'data.import',
  'account.manage',
  'case.configure', // standards, work calendar and settings of the loop
  'audit.read', // journal of views and acts
] as const;
export type Permission = (typeof permissions)[number];

export const roles = [
  'duty-officer', // 值班员 (市综治中心)
  'shift-leader', // 值班长
  'acceptor', // 受理员
  'dispatcher', // 派遣员
  'department', // 专业部门
  'leader', // 领导
  'town-monitor', // 乡镇监看员
  'village-officer', // 村(社区)干部
  'grid-worker', // 网格员
  'auditor', // 审计管理员
  'administrator', // 系统管理员
  'wall', // 大屏设备
] as const;
export type Role = (typeof roles)[number];

const permissionsByRole: Record<Role, readonly Permission[]> = {
  'duty-officer': [
    'map.read',
    'bulletin.issue',
    'evaluation.read',
    'plot.draw',
    'data.export',
    'incident.report',
    'incident.accept',
    'camera.view',
    'camera.ptz',
    'recording.request',
    'camera.edit',
    'duty.sign-in',
    'wall.drive',
    'unit.read',
  ],
  'shift-leader': [
    'map.read',
    'bulletin.issue',
    'evaluation.read',
    'evaluation.keep',
    'plot.draw',
    'data.export',
    'incident.report',
    'incident.accept',
    'incident.register',
    'camera.view',
    'case.supervise',
    'camera.ptz',
    'camera.break-glass',
    'recording.request',
    'recording.approve',
    'duty.sign-in',
    'wall.drive',
    'wall.arrange',
    'linkage.edit',
    'unit.read',
  ],
  acceptor: [
    'map.read',
    'bulletin.issue',
    'evaluation.read',
    'incident.report',
    'incident.accept',
    'camera.view',
    'unit.read',
  ],
  dispatcher: [
    'map.read',
    'evaluation.read',
    'plot.draw',
    'data.export',
    'incident.dispatch',
    'camera.view',
    'unit.read',
  ],
  department: [
    'map.read',
    'evaluation.read',
    'plot.draw',
    'incident.dispose',
    'recording.request',
    'recording.approve',
    'unit.read',
  ],
  leader: [
    'map.read',
    'bulletin.issue',
    'evaluation.read',
    'evaluation.keep',
    'incident.instruct',
    'plot.draw',
    'data.export',
    'incident.report',
    'camera.view',
    'camera.ptz',
    'case.supervise',
    'case.force',
    'camera.break-glass',
    'recording.request',
    'recording.approve',
    'duty.sign-in',
    'wall.drive',
    'unit.read',
  ],
  'town-monitor': [
    'map.read',
    'bulletin.issue',
    'evaluation.read',
    'plot.draw',
    'data.export',
    'incident.report',
    'incident.accept',
    'camera.view',
    'camera.ptz',
    'recording.request',
    'duty.sign-in',
    'wall.drive',
    'wall.arrange',
    'linkage.edit',
    'unit.read',
  ],
  'village-officer': ['map.read', 'incident.report', 'unit.read'],
  'grid-worker': ['map.read', 'incident.report'],
  auditor: ['audit.read'],
  administrator: [
    'map.read',
    'data.import',
    'account.manage',
    'case.configure',
    'camera.edit',
    'wall.arrange',
    'linkage.edit',
  ],
  wall: ['map.read', 'unit.read'],
};

/** Any one of them makes somebody work at a desk: log, handover and special reports are kept there. */
export const deskRights = [
  'incident.accept',
  'incident.register',
  'incident.dispatch',
  'duty.sign-in',
] as const satisfies readonly Permission[];

export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsByRole[role];
}

import type { Role } from '#domain/roles.ts';
import type { DemoAccountRow, DepartmentRow, GridCellRow, GridWorkerRow } from '../rows.ts';
import { countyCode } from '../areas/area-rows.ts';
import type { AreaPlan } from '../areas/area-plan.ts';
import type { Random } from '../random.ts';

const surnames = Array.from(
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
);
const givenNames = Array.from(
  '建国华明志军伟强芳敏静丽红梅兰英秀娟玉珍平文辉鹏波涛勇刚健海燕霞云飞龙春冬青松柏立新',
);

/** Made-up people: one grid worker for every two governance cells or so, the next in the village as substitute. */
export function gridWorkers(plan: AreaPlan, cells: GridCellRow[], random: Random): GridWorkerRow[] {
  const byVillage = Map.groupBy(cells, (cell) => cell.areaCode);
  return plan.villages.flatMap((village) => {
    const own = byVillage.get(village.code) ?? [];
    const governance = own.filter((cell) => cell.gridSystem === 'governance');
    const count = Math.max(2, Math.ceil(governance.length / 2));
    const workers = Array.from({ length: count }, (_, i): GridWorkerRow => ({
      accountName: `wg${village.code.slice(6)}${i + 1}`,
      displayName: madeUpName(random),
      areaCode: village.code,
      assignments: [],
    }));
    const assign = (cell: GridCellRow, worker: number): void => {
      const { gridSystem, code: gridCode } = cell;
      workers[worker % count]!.assignments.push({ gridSystem, gridCode, post: 'A' });
      workers[(worker + 1) % count]!.assignments.push({ gridSystem, gridCode, post: 'B' });
    };
    governance.forEach((cell, i) => assign(cell, Math.floor(i / 2)));
    own
      .filter((cell) => cell.gridSystem === 'unit')
      .forEach((cell, i) => assign(cell, Math.floor((i * count) / own.length)));
    return workers;
  });
}

export function madeUpName(random: Random): string {
  const given = random.pick(givenNames);
  return random.pick(surnames) + given + (random.next() < 0.7 ? random.pick(givenNames) : '');
}

type Post = [name: string, displayName: string, role: Role];

const centerPosts: Post[] = [
  ['duty', '值班员', 'duty-officer'],
  ['shift-leader', '陈敏', 'shift-leader'],
  ['acceptor', '受理员', 'acceptor'],
  ['dispatcher', '派遣员', 'dispatcher'],
  ['leader', '周建平', 'leader'],
  ['auditor', '审计管理员', 'auditor'],
  ['administrator', '系统管理员', 'administrator'],
  ['wall', '指挥大厅大屏', 'wall'],
];

const townPosts: Post[] = [
  ['shift-leader', '值班长', 'shift-leader'],
  ['dispatcher', '派遣员', 'dispatcher'],
];

/** One account at least for every role, and one for each department that incidents go to. */
export function demoAccounts(
  plan: AreaPlan,
  departments: DepartmentRow[],
  workers: GridWorkerRow[],
): DemoAccountRow[] {
  const center = centerPosts.map(([name, displayName, role]) => ({
    name,
    displayName,
    role,
    areaCode: countyCode,
    departmentCode: null,
  }));
  const offices = departments
    .filter((department) => department.areaCode === countyCode)
    .map((department) => ({
      name: departmentAccountName(department.code),
      displayName: `${department.nameZh}经办员`,
      role: 'department' as const,
      areaCode: countyCode,
      departmentCode: department.code,
    }));
  const towns = plan.townships.slice(0, 3).map((town, i) => ({
    name: `town-${i + 1}`,
    displayName: `${town.name}监看员`,
    role: 'town-monitor' as const,
    areaCode: town.code,
    departmentCode: null,
  }));
  // 下派: where a case is handed down, it is registered and dispatched too. One town can do it all; the others accept.
  const ownDesk = plan.townships.slice(0, 1).flatMap((town) =>
    townPosts.map(([name, displayName, role]) => ({
      name: `town-1-${name}`,
      displayName: `${town.name}${displayName}`,
      role,
      areaCode: town.code,
      departmentCode: null,
    })),
  );
  const villages = plan.villages.slice(0, 2).map((village, i) => ({
    name: `village-${i + 1}`,
    displayName: `${village.name}干部`,
    role: 'village-officer' as const,
    areaCode: village.code,
    departmentCode: null,
  }));
  const field = workers.slice(0, 4).map((worker) => ({
    name: worker.accountName,
    displayName: worker.displayName,
    role: 'grid-worker' as const,
    areaCode: worker.areaCode,
    departmentCode: null,
  }));
  return [...center, ...offices, ...towns, ...ownDesk, ...villages, ...field];
}

export function departmentAccountName(departmentCode: string): string {
  return `dept-${departmentCode}`;
}

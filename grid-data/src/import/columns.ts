/** Header words that mean the same field: our own, the standards' and those common in exports. */
const sharedAliases: Record<string, string> = {
  lon: 'longitude',
  lng: 'longitude',
  x: 'longitude',
  经度: 'longitude',
  东坐标: 'longitude',
  lat: 'latitude',
  y: 'latitude',
  纬度: 'latitude',
  北坐标: 'latitude',
  名称: 'name',
  地址: 'address',
  位置: 'address',
  area_code: 'areaCode',
  区划代码: 'areaCode',
  所属区划: 'areaCode',
  编码: 'code',
  代码: 'code',
  类型: 'kind',
  type: 'kind',
  备注: 'note',
  parent_code: 'parentCode',
  上级代码: 'parentCode',
  级别: 'level',
  人口: 'population',
  area_km2: 'areaKm2',
  面积: 'areaKm2',
};

const aliasesByKind: Record<string, Record<string, string>> = {
  areas: { 示意: 'illustrative' },
  departments: {
    部门代码: 'code',
    部门名称: 'name',
    name_en: 'nameEn',
    英文名称: 'nameEn',
  },
  'grid-cells': {
    grid_system: 'gridSystem',
    网格体系: 'gridSystem',
    网格编码: 'code',
    网格名称: 'name',
    土地用途: 'landUse',
  },
  'city-components': {
    ObjID: 'code',
    标识码: 'code',
    ObjName: 'name',
    部件名称: 'name',
    ObjState: 'state',
    状态: 'state',
    DeptName1: 'competentDepartment',
    主管部门: 'competentDepartment',
    DeptName2: 'ownerDepartment',
    权属单位: 'ownerDepartment',
    DeptName3: 'maintainDepartment',
    养护单位: 'maintainDepartment',
    BGID: 'unitGridCode',
    所在单元网格: 'unitGridCode',
    ORDate: 'initialDate',
    初始日期: 'initialDate',
    CHDate: 'changeDate',
    变更日期: 'changeDate',
    DataSource: 'dataSource',
    数据来源: 'dataSource',
    Note: 'note',
  },
  cameras: {
    cameraIndexCode: 'id',
    监控点编号: 'id',
    cameraName: 'name',
    监控点名称: 'name',
    gb_code: 'gbCode',
    国标编码: 'gbCode',
    bearing: 'bearingDeg',
    朝向: 'bearingDeg',
    width: 'widthDeg',
    视场角: 'widthDeg',
    range: 'rangeMeters',
    可视距离: 'rangeMeters',
    height: 'heightMeters',
    安装高度: 'heightMeters',
    产权单位: 'owner',
    场所类别: 'placeClass',
    place_class: 'placeClass',
    用途: 'purposes',
    告示牌: 'noticePosted',
    notice_posted: 'noticePosted',
    备案号: 'filingNo',
    filing_no: 'filingNo',
    url: 'streamAddress',
    stream: 'streamAddress',
    取流地址: 'streamAddress',
  },
  places: { 编号: 'id', 容量: 'capacity' },
  units: {
    编号: 'id',
    call_sign: 'callSign',
    呼号: 'callSign',
    department: 'departmentCode',
    部门代码: 'departmentCode',
  },
  'grid-workers': {
    account: 'accountName',
    账号: 'accountName',
    姓名: 'displayName',
    网格体系: 'gridSystem',
    网格编码: 'gridCode',
    岗位: 'post',
    AB岗: 'post',
    初始密码: 'password',
  },
  accounts: {
    账号: 'name',
    姓名: 'displayName',
    角色: 'role',
    部门代码: 'departmentCode',
    初始密码: 'password',
  },
};

/** Our own name for each header of this kind that has another. */
export function aliasesOf(kind: string): Readonly<Record<string, string>> {
  return { ...sharedAliases, ...aliasesByKind[kind] };
}

/** The row's fields under our own names; blank values and unknown headers drop out. */
export function ownNames(kind: string, fields: Record<string, unknown>): Record<string, unknown> {
  const aliases = aliasesOf(kind);
  const named: Record<string, unknown> = {};
  for (const [header, value] of Object.entries(fields)) {
    if (value === '' || value === null || value === undefined) continue;
    const own = aliases[header] ?? aliases[header.toLowerCase()] ?? header;
    if (own !== '__proto__') named[own] = value;
  }
  return named;
}

/** What office files and other systems' exports say in Chinese, for our own words. */
import type {
  CameraKind,
  CameraOwner,
  CameraPurpose,
  ForbiddenPlaceClass,
  PlaceClass,
} from '#domain/camera.ts';
import type { CityComponentState } from '#domain/city-component.ts';
import type { KeyUnitKind } from '#domain/field/key-unit.ts';
import type { GridSystem } from '#domain/grid-cell.ts';
import type { IncidentSource } from '#domain/incident-source.ts';
import type { Role } from '#domain/roles.ts';

type Words<Own extends string> = Readonly<Record<string, Own>>;

export const gridSystemWords: Words<GridSystem> = {
  单元网格: 'unit',
  万米单元网格: 'unit',
  综治网格: 'governance',
  社会治理网格: 'governance',
};

export const cityComponentStateWords: Words<CityComponentState> = {
  完好: 'intact',
  破损: 'damaged',
  丢失: 'lost',
  废弃: 'abandoned',
};

export const postWords: Words<'A' | 'B'> = {
  A岗: 'A',
  A角: 'A',
  a: 'A',
  B岗: 'B',
  B角: 'B',
  b: 'B',
};

export const cameraKindWords: Words<CameraKind> = {
  枪机: 'fixed',
  枪型: 'fixed',
  固定: 'fixed',
  半球: 'dome',
  半球机: 'dome',
  球机: 'ptz',
  快球: 'ptz',
  云台: 'ptz',
  高点: 'high-point',
  高空瞭望: 'high-point',
  移动: 'mobile',
  布控球: 'mobile',
};

export const cameraOwnerWords: Words<CameraOwner> = {
  公安: 'public-security',
  公安天网: 'public-security',
  天网: 'public-security',
  天网工程: 'public-security',
  雪亮: 'township-xueliang',
  雪亮工程: 'township-xueliang',
  乡镇雪亮: 'township-xueliang',
  乡镇雪亮工程: 'township-xueliang',
  城管: 'city-management',
  交通: 'traffic',
  交警: 'traffic',
  学校: 'school',
  教育: 'school',
  水利: 'water',
  林业: 'forestry',
  其他: 'other',
  其他单位: 'other',
};

export const cameraPurposeWords: Words<CameraPurpose> = {
  治安防控: 'public-security',
  治安: 'public-security',
  交通管理: 'traffic',
  交通: 'traffic',
  城市管理: 'city-management',
  城管: 'city-management',
  校园安全: 'campus-safety',
  防汛: 'flood-control',
  森林防火: 'forest-fire',
  应急处置: 'emergency',
  应急: 'emergency',
};

export const placeClassWords: Words<PlaceClass | ForbiddenPlaceClass> = {
  街道: 'street',
  道路: 'street',
  路口: 'crossing',
  交叉口: 'crossing',
  广场: 'square',
  车站: 'station',
  学校门口: 'school-gate',
  校门口: 'school-gate',
  医院门口: 'hospital-gate',
  市场: 'market',
  农贸市场: 'market',
  集贸市场: 'market',
  公园: 'park',
  景区: 'scenic-area',
  河道: 'river',
  河流: 'river',
  机关门口: 'government-gate',
  政府门口: 'government-gate',
  小区门口: 'residential-gate',
  小区出入口: 'residential-gate',
  工业园区: 'industrial-site',
  厂区: 'industrial-site',
  林区瞭望点: 'forest-lookout',
  森林瞭望点: 'forest-lookout',
  客房: 'hotel-room',
  宾馆客房: 'hotel-room',
  旅馆客房: 'hotel-room',
  酒店客房: 'hotel-room',
  包间: 'private-dining-room',
  包厢: 'private-dining-room',
  宿舍: 'dormitory-room',
  学生宿舍: 'dormitory-room',
  集体宿舍: 'dormitory-room',
  浴室: 'public-bath',
  公共浴室: 'public-bath',
  厕所: 'toilet',
  公共厕所: 'toilet',
  卫生间: 'toilet',
  更衣室: 'changing-room',
  试衣间: 'fitting-room',
  母婴室: 'nursing-room',
  哺乳室: 'nursing-room',
};

/** Kinds of places are open: a word that is not here is kept as it is where it is of a-z and "-". */
export const placeKindWords: Words<string> = {
  学校: 'school',
  医院: 'hospital',
  广场: 'square',
  车站: 'station',
  政府: 'government',
  政府机关: 'government',
  市场: 'market',
  公园: 'park',
  景区: 'scenic',
  派出所: 'police',
  消防站: 'fire-station',
  工厂: 'factory',
  水库: 'reservoir',
  门牌: 'door-plate',
  门楼牌: 'door-plate',
};

/** Open as the kinds of places are. */
export const unitKindWords: Words<string> = {
  公安巡逻: 'police-patrol',
  公安: 'police-patrol',
  巡逻车: 'police-patrol',
  城管执法: 'city-management',
  城管: 'city-management',
  消防: 'fire',
  急救: 'medical',
  网格小组: 'grid-team',
  环卫: 'sanitation',
  交警: 'traffic',
  水利: 'water',
  护林: 'forestry',
};

export const incidentSourceWords: Words<IncidentSource> = {
  网格员: 'grid-worker',
  网格员上报: 'grid-worker',
  '12345': 'hotline',
  '12345热线': 'hotline',
  政务热线: 'hotline',
  '12319': 'hotline-12319',
  '12319热线': 'hotline-12319',
  公众上报: 'public-report',
  领导批示: 'leader',
  部门转办: 'department',
  感知设备: 'sensor',
  物联感知: 'sensor',
  专题: 'theme',
  视频巡查: 'video-patrol',
  '110': 'police-110',
  '119': 'fire-119',
  '120': 'medical-120',
  '122': 'traffic-122',
  批量导入: 'bulk-file',
};

export const keyUnitKindWords: Words<KeyUnitKind> = {
  沿街门店: 'shop',
  商铺: 'shop',
  摊点: 'stall',
  餐饮: 'eatery',
  餐饮店: 'eatery',
  违法建筑: 'illegal-building',
  违建: 'illegal-building',
  建筑工地: 'building-site',
  工地: 'building-site',
  人员密集场所: 'crowded-place',
  生产企业: 'factory',
  工厂: 'factory',
  危化品单位: 'dangerous-goods',
  危险化学品单位: 'dangerous-goods',
};

export const roleWords: Words<Role> = {
  值班员: 'duty-officer',
  值班长: 'shift-leader',
  受理员: 'acceptor',
  派遣员: 'dispatcher',
  专业部门: 'department',
  部门: 'department',
  领导: 'leader',
  带班领导: 'leader',
  乡镇监看员: 'town-monitor',
  监看员: 'town-monitor',
  村干部: 'village-officer',
  社区干部: 'village-officer',
  '村(社区)干部': 'village-officer',
  网格员: 'grid-worker',
  审计管理员: 'auditor',
  系统管理员: 'administrator',
  大屏: 'wall',
};

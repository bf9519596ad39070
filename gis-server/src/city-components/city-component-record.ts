import type { CityComponentState } from 'grid-data';

export type ClassCountRecord = { classCode: string; count: number };

export type CityComponentRecord = {
  code: string;
  classCode: string;
  name: string;
  areaCode: string;
  unitGridCode: string | null;
  state: CityComponentState;
  competentDepartment: string | null;
  ownerDepartment: string | null;
  maintainDepartment: string | null;
  initialDate: Date | null;
  changeDate: Date | null;
  dataSource: string | null;
  address: string | null;
  position: { longitude: number; latitude: number };
  version: number;
};

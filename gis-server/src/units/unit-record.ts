export type UnitRecord = {
  id: string;
  name: string;
  kind: string;
  callSign: string | null;
  departmentCode: string | null;
  areaCode: string;
  position: { longitude: number; latitude: number } | null;
  headingDeg: number | null;
  speedMps: number | null;
  positionAt: Date | null;
};

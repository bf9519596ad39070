export type PlaceRecord = {
  id: string;
  name: string;
  kind: string;
  address: string | null;
  areaCode: string;
  position: { longitude: number; latitude: number };
  capacity: number | null;
};

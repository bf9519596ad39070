/** One thing on the map as the database tells it; `attributes` in the order of the layer's spec. */
export type PointRow = {
  id: string | number;
  longitude: number;
  latitude: number;
  class: string;
  /** Empty where the layer has no states. */
  state: string;
  areaCode: string;
  attributes: readonly (string | number | null)[];
};

/** City components (部件, GB/T 30428.2): identity code of 16 digits = 6 county + 2 big class + 2 sub-class + 6 serial. */
export const cityComponentStates = ['intact', 'damaged', 'lost', 'abandoned'] as const;
export type CityComponentState = (typeof cityComponentStates)[number];

export type CityComponentClass = {
  /** Four digits: big class and sub-class, such as 0102 for 污水井盖. */
  code: string;
  nameZh: string;
  nameEn: string;
  /** Name of the symbol that stands for it on the map. */
  icon: string;
};

export function isCityComponentCode(code: string): boolean {
  return /^\d{16}$/.test(code);
}

export function classOfCityComponent(code: string): string {
  return code.slice(6, 10);
}

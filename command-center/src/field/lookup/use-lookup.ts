import {
  FieldKeyUnitsDocument,
  FieldRegulationsDocument,
  type FieldKeyUnitFragment,
  type FieldRegulationsQuery,
} from '#gis/generated/graphql.ts';
import { askAhead, useAsked } from '../use-asked.ts';

export type KeyUnit = FieldKeyUnitFragment;
export type Regulation = FieldRegulationsQuery['regulations'][number];

const unitsKey = 'key-units';
const regulationsKey = 'regulations';

/** Both are on the phone before anybody looks. */
export function askLookupAhead(): void {
  void askAhead(unitsKey, FieldKeyUnitsDocument, {});
  void askAhead(regulationsKey, FieldRegulationsDocument, {});
}

export function useKeyUnits() {
  const { value, ...asked } = useAsked(unitsKey, FieldKeyUnitsDocument, {});
  return {
    ...asked,
    units: value?.keyUnits.nodes ?? null,
    isCut: value?.keyUnits.pageInfo.hasNextPage === true,
  };
}

export function useRegulations() {
  const { value, ...asked } = useAsked(regulationsKey, FieldRegulationsDocument, {});
  return { ...asked, regulations: value?.regulations ?? null };
}

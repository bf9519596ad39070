import type { SituationFieldsFragment } from '#gis/generated/graphql.ts';
import type { SituationScope } from '../situation-state.ts';

export type CardProps = {
  situation: SituationFieldsFragment;
  asOf: Date;
  scope: SituationScope;
  onOpenRequests: () => void;
};

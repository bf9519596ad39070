import type { ComponentType } from 'react';
import type { SituationPanel } from 'grid-data';
import { CityThemesCard } from './CityThemesCard.tsx';
import type { CardProps } from './card-props.ts';
import { AgesCard, AreasCard, GradesCard, LimitsCard } from './IncidentCards.tsx';
import { DecisionsCard, TodayCard } from './LeaderCards.tsx';
import { CamerasCard, DutyCard, ThemesCard, UnitsCard } from './ThingCards.tsx';

export const cardsByPanel: Readonly<Record<SituationPanel, ComponentType<CardProps>>> = {
  today: TodayCard,
  decisions: DecisionsCard,
  grades: GradesCard,
  ages: AgesCard,
  areas: AreasCard,
  limits: LimitsCard,
  cameras: CamerasCard,
  units: UnitsCard,
  themes: ThemesCard,
  'city-themes': CityThemesCard,
  duty: DutyCard,
};

/** The Node-only door to the demo county. */
export { generateDemoCity } from './demo-city.ts';
export { demoSeed } from './demo-seed.ts';
export * from './rows.ts';
export { cityComponentClasses, countyDepartments, incidentClasses } from './classes.ts';
export { pictureAspect } from './cameras/hero-shots.ts';
export { headPresets } from './cameras/head-presets.ts';
export { populationPoints } from './areas/population-points.ts';
export { regulations } from './regulations.ts';
export { caseStandards } from './case-standards.ts';
export { seedWorkCalendar } from './work-calendar.ts';
export { inCity, readGolden, stepsOf, wordsOf, type GoldenHistory } from './golden-histories.ts';

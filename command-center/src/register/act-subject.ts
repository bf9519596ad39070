/** What a row of the journal is about, by its name; by the word for its kind where the journal knows no name. */
import type { TFunction } from 'i18next';
import type { ActFieldsFragment } from '#gis/generated/graphql.ts';

type Act = Pick<
  ActFieldsFragment,
  'camera' | 'cityComponent' | 'incident' | 'subjectKind' | 'subjectId' | 'payload'
>;

/** A round of the sweep is about all cameras: nothing to name, nothing to look up. */
const unnamed = ['sweep'];

export function actSubject(
  t: TFunction<'register'>,
  act: Act,
  titleOf: (title: string) => string,
): string | null {
  const { camera, cityComponent, incident, subjectKind, subjectId } = act;
  if (camera) return camera.name;
  if (cityComponent) return `${cityComponent.name} ${cityComponent.code}`;
  if (incident) return [incident.caseNo, titleOf(incident.title)].filter(Boolean).join(' ');
  if (!subjectId || !subjectKind || unnamed.includes(subjectKind)) return null;
  const { name } = (act.payload ?? {}) as { name?: unknown };
  if (subjectKind === 'account' && typeof name === 'string') return name;
  return t(`nameless.${subjectKind}`);
}

/** Gathers what a case file tells: the case, its ground, its pictures and its story. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { allDepartments } from '#cases/desk-queries.ts';
import type { Database } from '#database/transaction.ts';
import type { HistoryService } from '#history/service.ts';
import { incidentClass, incidentsById } from '#incidents/queries.ts';
import type { PhotoService } from '#photos/service.ts';
import { DomainError, type Clock } from 'grid-data';
import type { CaseTold } from './case-file-paper.ts';
import type { PaperLanguage } from './paper-words.ts';
import { planOfPlace } from './plan-of-place.ts';

export type CaseFileParts = {
  database: Database;
  clock: Clock;
  areas: AreaService;
  history: HistoryService;
  photos: PhotoService;
};

export async function tellCase(
  { database, clock, areas, history, photos }: CaseFileParts,
  viewer: Viewer,
  { incidentId, language }: { incidentId: string; language: PaperLanguage },
): Promise<CaseTold> {
  const read = await database.inScope(viewer, async (db) => {
    const [incident] = await incidentsById(db, viewer, [incidentId]);
    if (incident === undefined) return null;
    const kind = await incidentClass(db, incident.classCode);
    const department = (await allDepartments(db)).find(
      ({ code }) => code === incident.departmentCode,
    );
    return { incident, kind, department, plan: await planOfPlace(db, incident.position) };
  });
  if (read === null) {
    throw new DomainError('not-found', 'there is no such case in your scope', {
      reason: 'unknown-incident',
    });
  }
  const { incident, kind, department, plan } = read;
  const nameOf = (named: { nameZh: string; nameEn: string }) =>
    language === 'en' ? named.nameEn : named.nameZh;
  const [area] = await areas.byCode(viewer, [incident.areaCode]);
  const pictures = [];
  for (const photo of await photos.ofIncidents(viewer, [incidentId])) {
    pictures.push({ ...photo, jpeg: await photos.picture(viewer, photo.id, 'picture') });
  }
  return {
    ...{ incident, plan, pictures },
    className: kind === null ? incident.classCode : nameOf(kind),
    areaName: area?.name ?? incident.areaCode,
    departmentName: department === undefined ? null : nameOf(department),
    illustrative: area?.illustrative ?? false,
    history: await history.of(viewer, 'incident', [incidentId]),
    madeBy: viewer.displayName,
    madeAt: clock.now(),
  };
}

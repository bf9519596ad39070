/** The words of a special report, apart from all else that is known of it. */
import { specialReportParts, type SpecialReportPart } from 'grid-data';

export type ReportWords = Record<SpecialReportPart | 'title', string>;
type Some = { [P in SpecialReportPart]?: string | null } & { title: string };

/** A part that nobody has written is empty. */
export const wordsOf = ({ title, cause, course, disposal, advice }: Some): ReportWords => ({
  ...{ title, cause: cause ?? '', course: course ?? '' },
  ...{ disposal: disposal ?? '', advice: advice ?? '' },
});

export const sameWords = (one: ReportWords, other: ReportWords): boolean =>
  one.title === other.title && specialReportParts.every((part) => one[part] === other[part]);

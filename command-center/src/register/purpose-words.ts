import type { TFunction } from 'i18next';

/** What a look was for: a purpose that the camera is filed for, or the legal basis on which recordings are played. */
export function purposeWords(t: TFunction<'register'>, purpose: string): string {
  return t(`cameras:purpose.${purpose}`, {
    defaultValue: t(`recordings:basis.${purpose}`, { defaultValue: purpose }),
  });
}

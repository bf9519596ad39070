import { useTranslation } from 'react-i18next';

/** The name of an office in the language of the page. */
export function useDepartmentName(): (named: { nameZh: string; nameEn: string }) => string {
  const { i18n } = useTranslation();
  return ({ nameZh, nameEn }) => (i18n.language === 'en' ? nameEn : nameZh);
}

/** Words by language. Each capability keeps its own in `words/<language>.json`; its folder's name is the namespace. */
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { caseWords } from 'grid-data';
import { initReactI18next } from 'react-i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const files = import.meta.glob<Record<string, unknown>>('../*/words/*.json', {
  eager: true,
  import: 'default',
});

export function resourcesByLanguage(): Record<string, Record<string, Record<string, unknown>>> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [, namespace, language] = /\.\.\/([^/]+)\/words\/([^/]+)\.json$/.exec(path) ?? [];
    if (!namespace || !language) continue;
    (resources[language] ??= {})[namespace] = words;
  }
  for (const language of languages) {
    const { state, source, move } = caseWords[language];
    Object.assign(resources[language]!['incidents']!, { state, source });
    Object.assign(resources[language]!['desk']!, { move });
  }
  return resources;
}

export async function startWords(language: Language): Promise<void> {
  await i18next
    .use(new ICU())
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'zh-CN',
      supportedLngs: languages,
      defaultNS: 'ui',
      resources: resourcesByLanguage() as never,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  applyLanguage(language);
  i18next.on('languageChanged', applyLanguage);
}

function applyLanguage(language: string): void {
  document.documentElement.lang = language;
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

export async function switchLanguage(): Promise<void> {
  await i18next.changeLanguage(currentLanguage() === 'en' ? 'zh-CN' : 'en');
}

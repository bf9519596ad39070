/** The language that the worker chose on this phone; a phone opens its app without an address that could say it. */
import i18next from 'i18next';

const key = 'cloud-eye.field.language';

export function keptLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

i18next.on('languageChanged', (language) => {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage is closed: the app opens in Chinese.
  }
});

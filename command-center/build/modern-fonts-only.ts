/** Drops the .woff copies that @fontsource names beside each .woff2: every browser that runs WebGL2 reads woff2. */
import type { Plugin } from 'vite';

export function modernFontsOnly(): Plugin {
  return {
    name: 'modern-fonts-only',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@fontsource') || !id.includes('.css')) return null;
      return code.replaceAll(/,\s*url\([^)]+\.woff\)\s*format\('woff'\)/g, '');
    },
  };
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadMapSymbols, type MapSymbols } from '#map/map-symbols.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import styles from './Gallery.module.css';

type Answer = { symbols: MapSymbols | null; error: Error | null };

/** The contact sheet: each symbol at 16 px, where it must still be told apart, and larger. */
export function SymbolsPage() {
  const { t } = useTranslation('gallery');
  const [answer, setAnswer] = useState<Answer>({ symbols: null, error: null });
  useEffect(() => void load(setAnswer), []);
  const retry = (): void => {
    setAnswer({ symbols: null, error: null });
    void load(setAnswer);
  };
  return (
    <main className={styles.gallery}>
      <h1>{t('symbols')}</h1>
      <PanelFaces
        of={faceOf({ value: answer.symbols, error: answer.error, retry })}
        emptyWords={t('empty')}
      >
        {(loaded) => (
          <ul className={styles.symbols}>
            {[...loaded].map(([name, { viewBox, paths }]) => (
              <li key={name} className={styles.symbol}>
                {[16, 32].map((size) => (
                  <svg
                    key={size}
                    width={size}
                    height={size}
                    viewBox={viewBox.join(' ')}
                    aria-hidden
                  >
                    {paths.map((path) => (
                      <path key={path} d={path} fillRule="evenodd" />
                    ))}
                  </svg>
                ))}
                {name}
              </li>
            ))}
          </ul>
        )}
      </PanelFaces>
    </main>
  );
}

async function load(tell: (answer: Answer) => void): Promise<void> {
  try {
    tell({ symbols: await loadMapSymbols(), error: null });
  } catch (cause) {
    tell({ symbols: null, error: cause instanceof Error ? cause : new Error(String(cause)) });
  }
}

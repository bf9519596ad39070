import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer, type Viewer } from '#gis/use-viewer.ts';
import { SignOutButton } from '#session/SignOutButton.tsx';
import { Button } from '#ui/Button.tsx';
import { goTo } from './path.ts';
import styles from './NoMap.module.css';

const lookAgainMs = 10_000;

/** What makes a city, in the order in which each finds what it lies in. */
const firstImports = [
  ['areas', 'areas areas.geojson --datum cgcs2000'],
  ['gridCells', 'grid-cells cells.geojson --datum cgcs2000'],
  ['cityComponents', 'city-components components.csv --datum gcj02'],
  ['cameras', 'cameras cameras.csv --datum wgs84'],
  ['places', 'places places.csv --datum cgcs2000'],
  ['units', 'units units.geojson --datum cgcs2000'],
  ['departments', 'departments departments.csv'],
  ['gridWorkers', 'grid-workers workers.csv'],
  ['accounts', 'accounts accounts.csv'],
] as const;

/** For posts that have no business with the map and none of their own page. */
export function NoMap({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('shell');
  return <Notice viewer={viewer} words={t('noMap', { role: t(`accounts:role.${viewer.role}`) })} />;
}

/** Before the first areas are imported there is nothing to show; once they are, the hall opens by itself. */
export function NoCity({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('shell');
  const { refetch } = useViewer();
  useEffect(() => {
    // Refused: it is asked again at the next turn.
    const look = (): void => void refetch().catch(() => undefined);
    const timer = setInterval(look, lookAgainMs);
    return () => clearInterval(timer);
  }, [refetch]);
  return (
    <Notice viewer={viewer} words={t('noCity')}>
      <ol className={styles.steps} data-empty-city>
        {firstImports.map(([kind, command]) => (
          <li key={kind}>
            <span>{t(`import.${kind}`)}</span>
            <code>npm run import -- {command}</code>
          </li>
        ))}
      </ol>
      <p className={styles.aside}>{t('importHint')}</p>
    </Notice>
  );
}

type NoticeProps = { viewer: Viewer; words: string; children?: ReactNode };

function Notice({ viewer, words, children }: NoticeProps) {
  const { t } = useTranslation('shell');
  return (
    <main className={styles.page}>
      <h1>{viewer.displayName}</h1>
      <p>{words}</p>
      {children}
      <p>
        {viewer.permissions.includes('account.manage') ? (
          <Button onClick={() => goTo('/accounts')}>{t('accounts')}</Button>
        ) : null}
        <SignOutButton />
      </p>
    </main>
  );
}

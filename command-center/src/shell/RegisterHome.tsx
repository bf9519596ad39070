import { lazy, Suspense, useEffect } from 'react';
import { Languages, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { reconnectJournal, startJournal } from '#journal/start-journal.ts';
import { SignOutButton } from '#session/SignOutButton.tsx';
import { Button } from '#ui/Button.tsx';
import { switchLanguage } from '#words/i18n.ts';
import { ConnectionState } from './ConnectionState.tsx';
import { toggleFace } from './preferences.ts';

const RegisterPage = lazy(() =>
  import('#register/RegisterPage.tsx').then((module) => ({ default: module.RegisterPage })),
);

/** Where who audits without a map lands: the register, followed live. */
export function RegisterHome({ viewer }: { viewer: Viewer }) {
  useEffect(() => {
    const stop = startJournal();
    addEventListener('online', reconnectJournal);
    return () => {
      stop();
      removeEventListener('online', reconnectJournal);
    };
  }, []);
  return (
    <Suspense>
      <RegisterPage aside={<Tools viewer={viewer} />} />
    </Suspense>
  );
}

function Tools({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('shell');
  const tools = [
    { id: 'language', icon: <Languages size="1.2em" />, act: () => void switchLanguage() },
    { id: 'face', icon: <Sun size="1.2em" />, act: toggleFace },
  ];
  return (
    <>
      <ConnectionState />
      {tools.map(({ id, icon, act }) => (
        <Button
          key={id}
          look="plain"
          aria-label={t(`command.${id}`)}
          title={t(`command.${id}`)}
          onClick={act}
        >
          {icon}
        </Button>
      ))}
      {viewer.displayName} · {viewer.area.name}
      <SignOutButton />
    </>
  );
}

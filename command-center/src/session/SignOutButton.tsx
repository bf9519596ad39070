import { useState } from 'react';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { signOut } from './session.ts';

export function SignOutButton() {
  const { t } = useTranslation('session');
  const [failed, setFailed] = useState(false);
  const words = t(failed ? 'signOutFailed' : 'signOut');
  return (
    <Button
      look="plain"
      title={words}
      aria-label={words}
      onClick={() => {
        signOut().catch(() => setFailed(true));
      }}
    >
      <LogOut size="1.1em" aria-hidden />
      {failed ? <span role="alert">{words}</span> : null}
    </Button>
  );
}

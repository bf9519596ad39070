import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { useNow } from '#ui/use-now.ts';
import { switchLanguage } from '#words/i18n.ts';
import styles from './Screen.module.css';

type Code = { code: string; secret: string; expiresAt: string };
type Asked = Code | 'failed' | 'too-many' | null;

const claimEveryMs = 1_500;
const askAgainMs = 5_000;

/** What a machine shows that is no screen yet: a code to type in at the desk. */
export function PairingCode({ onPaired }: { onPaired: () => void }) {
  const { t } = useTranslation('wall');
  const asked = usePairing(onPaired);
  const now = useNow();
  const isCode = typeof asked === 'object' && asked !== null;
  const seconds = isCode ? Math.max(0, Math.ceil((Date.parse(asked.expiresAt) - now) / 1000)) : 0;
  return (
    <main className={styles.pairing}>
      <h1>{t('pairing.title')}</h1>
      {isCode ? (
        <>
          <p className={styles.code} data-code={asked.code}>
            {asked.code.slice(0, 3)} {asked.code.slice(3)}
          </p>
          <p>{t('pairing.how')}</p>
          <p className={styles.quiet}>
            {t('pairing.for', { minutes: Math.max(1, Math.ceil(seconds / 60)) })}
          </p>
        </>
      ) : (
        <p role="status">{t(asked === null ? 'pairing.asking' : `pairing.${asked}`)}</p>
      )}
      <Button look="plain" onClick={() => void switchLanguage()}>
        {t('pairing.otherLanguage')}
      </Button>
    </main>
  );
}

function usePairing(onPaired: () => void): Asked {
  const [asked, setAsked] = useState<Asked>(null);
  useEffect(() => askForPairing(setAsked, onPaired), [onPaired]);
  return asked;
}

/** Asks for a code and waits until somebody types it in; where it expires, for another. */
function askForPairing(tell: (asked: Asked) => void, onPaired: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const later = (work: () => Promise<void>, afterMs: number): void => {
    if (!gone) timer = setTimeout(() => void work(), afterMs);
  };
  const claim = async (code: Code): Promise<void> => {
    const { body } = (await post('/screens/claim', { secret: code.secret })) as Answer<{
      state: string;
    }>;
    if (gone) return;
    if (body?.state === 'paired') return onPaired();
    if (body?.state === 'expired') return ask();
    later(() => claim(code), claimEveryMs);
  };
  const ask = async (): Promise<void> => {
    const { status, body } = (await post('/screens/codes', {})) as Answer<Code>;
    if (gone) return;
    tell(body ?? (status === 403 || status === 429 ? 'too-many' : 'failed'));
    if (body === null) later(ask, askAgainMs);
    else later(() => claim(body), claimEveryMs);
  };
  void ask();
  return () => {
    gone = true;
    clearTimeout(timer);
  };
}

type Answer<Body> = { status: number; body: Body | null };

async function post(path: string, body: unknown): Promise<Answer<unknown>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response?.ok) return { status: response?.status ?? 0, body: null };
  return { status: response.status, body: await response.json() };
}

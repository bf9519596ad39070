import { useState, type FormEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { around } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import { SaveWallScreenDocument } from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { rectOf } from './push-things.ts';
import type { Wall } from './use-wall.ts';
import styles from './WallDesk.module.css';

/** A 55-inch panel of a video wall. */
const usual = {
  widthMm: 1210,
  heightMm: 681,
  bezelMm: 2,
  widthPx: 1920,
  heightPx: 1080,
};
const sizes = ['widthMm', 'heightMm', 'bezelMm', 'widthPx', 'heightPx'] as const;
const places = ['leftMm', 'topMm'] as const;

/** A new screen stands at the right of those that hang already, frame to frame, until it is moved. */
export function AddScreen({ wall }: { wall: Wall }) {
  const { t } = useTranslation('wall');
  const client = useApolloClient();
  const [refused, setRefused] = useState<string | null>(null);
  const whole = around(wall.screens.map(rectOf));
  const last = wall.screens.at(-1) ?? usual;
  const leftMm = whole === null ? 0 : whole.leftMm + whole.widthMm + last.bezelMm + usual.bezelMm;
  const start = { ...usual, ...pick(last), leftMm, topMm: whole?.topMm ?? 0 };
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const number = (name: string) => Number(fields.get(name));
    const input = {
      commandId: newCommandId(),
      name: String(fields.get('name') ?? ''),
      leftMm: number('leftMm'),
      topMm: number('topMm'),
      widthMm: number('widthMm'),
      heightMm: number('heightMm'),
      bezelMm: number('bezelMm'),
      widthPx: number('widthPx'),
      heightPx: number('heightPx'),
    };
    setRefused(null);
    client
      .mutate({ mutation: SaveWallScreenDocument, variables: { input } })
      .then(wall.ask)
      .catch((error: unknown) => setRefused(refusalOf(error).reason));
  };
  return (
    <details className={styles.group}>
      <summary>{t('add.title')}</summary>
      <form key={leftMm} className={styles.form} onSubmit={save}>
        <label>
          {t('add.name')}
          <input name="name" required maxLength={40} />
        </label>
        {[...places, ...sizes].map((field) => (
          <label key={field}>
            {t(`add.${field}`)}
            <input name={field} type="number" step="any" required defaultValue={start[field]} />
          </label>
        ))}
        <Button type="submit" data-act="add-screen">
          {t('add.save')}
        </Button>
        {refused ? (
          <p role="alert">{t(`refused.${refused}`, { defaultValue: t('refused.other') })}</p>
        ) : null}
      </form>
    </details>
  );
}

const pick = ({ widthMm, heightMm, bezelMm, widthPx, heightPx }: typeof usual) => ({
  widthMm,
  heightMm,
  bezelMm,
  widthPx,
  heightPx,
});

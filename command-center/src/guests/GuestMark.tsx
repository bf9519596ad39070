import { EyeOff } from 'lucide-react';
import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { WallGuestsDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { onJournal } from '#journal/journal-state.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { tellWall } from './guests-state.ts';
import styles from './Guests.module.css';

/** At a desk that works on: guests stand before the screens, since when, and whose word ends it. */
export function GuestMark({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('guests');
  const mayDrive = viewer.permissions.includes('wall.drive');
  const { data, refetch } = useQuery(WallGuestsDocument, { skip: !mayDrive });
  useEffect(
    () =>
      onJournal({
        entry: ({ kind }) => {
          // Where it fails, the next word or opening asks again.
          if (mayDrive && kind === 'wall.guests') refetch().catch(() => {});
        },
      }),
    [refetch, mayDrive],
  );
  const guests = data?.wallGuests;
  if (!guests) return null;
  return (
    <p className={styles.mark} role="status" data-guest-mark>
      <EyeOff size="1.2em" aria-hidden />
      {t('onWall', { who: guests.setBy })} <Age since={new Date(guests.since)} />
      <Button data-act="end-wall-guests" onClick={() => tellWall(false)}>
        {t('end')}
      </Button>
    </p>
  );
}

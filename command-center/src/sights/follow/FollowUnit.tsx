import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SightsDutyDocument } from '#gis/generated/graphql.ts';
import { PurposeChooser } from '#cameras/PurposeChooser.tsx';
import { Button } from '#ui/Button.tsx';
import { followUnit, useUnitFollower } from './unit-follower.ts';
import styles from './FollowWindow.module.css';

type FollowUnitProps = { id: string; name: string; onDuty: boolean };

/** Follows a unit by the cameras along its way; why, is asked first and stands on each look. */
export function FollowUnit({ id, name, onDuty }: FollowUnitProps) {
  const { t } = useTranslation('sights');
  const purposes = useQuery(SightsDutyDocument).data?.viewer?.dutyPurposes ?? [];
  const followed = useUnitFollower((state) => state.unit?.id === id);
  const [asking, setAsking] = useState(false);
  if (followed || purposes.length === 0) return null;
  if (asking) {
    return (
      <PurposeChooser
        purposes={purposes}
        onChoose={(purpose) => {
          setAsking(false);
          followUnit({ id, name, purpose });
        }}
      />
    );
  }
  return (
    <p className={styles.line}>
      <Button data-act="follow-unit" disabled={!onDuty} onClick={() => setAsking(true)}>
        {t('follow.begin')}
      </Button>
      {onDuty ? null : t('follow.offDuty')}
    </p>
  );
}

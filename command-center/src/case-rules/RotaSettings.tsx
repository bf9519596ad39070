import { useTranslation } from 'react-i18next';
import { escalationLevels, toldRoles } from 'grid-data';
import type { RulesOfCasesFragment } from '#gis/generated/graphql.ts';
import { RuleField } from './RuleField.tsx';
import { Ticks } from './Ticks.tsx';

type Rota = RulesOfCasesFragment['settings']['escalation'];

/** Whom the rota names as a limit draws near, is missed and stays missed. */
export function RotaSettings({ rota, onRota }: { rota: Rota; onRota: (next: Rota) => void }) {
  const { t } = useTranslation('case-rules');
  return (
    <>
      {escalationLevels.map((level) => (
        <Ticks
          key={level}
          title={t('told', { level: t(`desk:escalation.${level}`) })}
          all={toldRoles.map((key) => ({ key, name: t(`accounts:role.${key}`) }))}
          ticked={rota[level]}
          onTick={(told) => onRota({ ...rota, [level]: told })}
        />
      ))}
      <RuleField name={t('lateAfterHours')}>
        {(id) => (
          <input
            id={id}
            type="number"
            required
            min={0.5}
            max={720}
            step={0.5}
            value={rota.lateAfterHours}
            onChange={(event) => onRota({ ...rota, lateAfterHours: Number(event.target.value) })}
          />
        )}
      </RuleField>
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EvaluatedAreasDocument } from '#gis/generated/graphql.ts';
import { ownDays, type StretchTools as Tools } from './use-stretch.ts';
import styles from './Evaluation.module.css';

type StretchToolsProps = { homeCode: string; tools: Tools };

/** Which area, which month or days. */
export function StretchTools({ homeCode, tools }: StretchToolsProps) {
  const { t } = useTranslation('evaluation');
  const { data } = useQuery(EvaluatedAreasDocument, { variables: { code: homeCode } });
  const area = data?.area;
  return (
    <div className={styles.tools}>
      <label className={styles.tool}>
        {t('area')}
        <select
          value={tools.areaCode}
          data-evaluated-area
          onChange={({ target }) => tools.setAreaCode(target.value)}
        >
          <option value={homeCode}>{area?.name ?? homeCode}</option>
          {area?.children.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.tool}>
        {t('period')}
        <select
          value={tools.chosen}
          data-evaluated-period
          onChange={({ target }) => tools.setChosen(target.value)}
        >
          {tools.months.map((month) => (
            <option key={month} value={month}>
              {month}
            </option>
          ))}
          <option value={ownDays}>{t('ownDays')}</option>
        </select>
      </label>
      {tools.chosen === ownDays ? (
        <>
          <DayField which="first" tools={tools} />
          <DayField which="last" tools={tools} />
        </>
      ) : null}
    </div>
  );
}

function DayField({ which, tools }: { which: 'first' | 'last'; tools: Tools }) {
  const { t } = useTranslation('evaluation');
  return (
    <label className={styles.tool}>
      {t(`day.${which}`)}
      <input
        type="date"
        value={tools.days[which]}
        max={which === 'first' ? tools.days.last : undefined}
        min={which === 'last' ? tools.days.first : undefined}
        onChange={({ target }) => {
          if (target.value) tools.setDays({ ...tools.days, [which]: target.value });
        }}
      />
    </label>
  );
}

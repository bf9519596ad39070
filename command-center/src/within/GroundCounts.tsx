import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { GroundCountsDocument, type GroundCountsQuery } from '#gis/generated/graphql.ts';
import { ClockTime } from '#ui/ClockTime.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { Figure } from '#ui/Figure.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { showRows, withinOf, type GroundQuestion, type RowsAsked } from './question.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './WithinPanel.module.css';

type Counts = GroundCountsQuery['groundCounts'];

/** All that lies there as numbers; each opens the rows it counts. */
export function GroundCounts({ question }: { question: GroundQuestion }) {
  const { t } = useTranslation('within');
  const { data, error, refetch } = useQuery(GroundCountsDocument, {
    variables: { within: withinOf(question) },
    fetchPolicy: 'network-only',
  });
  const face = faceOf({ value: data?.groundCounts, error, retry: () => void refetch() });
  return (
    <PanelFaces of={face} emptyWords={t('nothing')}>
      {(counts) => (
        <div className={toolStyles.body} data-counts>
          <Headline counts={counts} />
          <Population of={counts.population} />
          <Breakdown counts={counts} />
          <p className={toolStyles.quiet}>
            {t('asOf')} <ClockTime at={new Date(counts.asOf)} />
          </p>
        </div>
      )}
    </PanelFaces>
  );
}

const sum = (rows: readonly { count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

function Headline({ counts }: { counts: Counts }) {
  const { t } = useTranslation('within');
  const figures: [name: string, value: number, rows: RowsAsked][] = [
    [
      'open',
      sum(counts.incidents.filter(({ open }) => open)),
      { kind: 'incidents', openOnly: true },
    ],
    ['incidents', sum(counts.incidents), { kind: 'incidents', openOnly: false }],
    ['cameras', sum(counts.cameras), { kind: 'cameras', state: null }],
    ['units', sum(counts.unitsOnDuty ?? []), { kind: 'units' }],
    ['components', sum(counts.cityComponents), { kind: 'cityComponents', classCode: null }],
    ['places', sum(counts.places), { kind: 'places', placeKind: null }],
  ];
  return (
    <div className={toolStyles.figures}>
      {figures
        .filter(([name]) => name !== 'units' || counts.unitsOnDuty)
        .map(([name, value, rows]) => (
          <Figure
            key={name}
            name={`within-${name}`}
            value={value}
            words={t(`count.${name}`)}
            onOpen={() => showRows(rows)}
          />
        ))}
    </div>
  );
}

/** Fewer than five are not told: the figure would point at persons. */
function Population({ of }: { of: Counts['population'] }) {
  const { t } = useTranslation('within');
  if (!of) return <p className={toolStyles.quiet}>{t('noPopulation')}</p>;
  return (
    <div className={styles.population}>
      <button
        type="button"
        className={styles.people}
        data-figure="within-population"
        onClick={() => showRows({ kind: 'population' })}
      >
        <b>{of.people == null ? t('fewPeople') : t('people', { count: of.people })}</b>
      </button>
      <span className={toolStyles.quiet}>
        {t('populationSource', {
          source: of.illustrative ? t('illustrative') : of.source,
          day: clockWords(new Date(of.asOf), 'full').slice(0, 10),
        })}
      </span>
    </div>
  );
}

function Breakdown({ counts }: { counts: Counts }) {
  const { t } = useTranslation('within');
  const nameOf = useClassName();
  const kindOf = (kind: string): string => t(`places:kinds.${kind}`, { defaultValue: kind });
  return (
    <>
      <Chips
        title={t('count.cameras')}
        rows={counts.cameras.map(({ state, count }) => ({
          key: state,
          words: t(`lists:cameraState.${state}`),
          count,
          rows: { kind: 'cameras', state },
        }))}
      />
      <Chips
        title={t('count.components')}
        rows={counts.cityComponents.map(({ class: { code, nameZh, nameEn }, count }) => ({
          key: code,
          words: nameOf({ nameZh, nameEn }),
          count,
          rows: { kind: 'cityComponents', classCode: code },
        }))}
      />
      <Chips
        title={t('count.places')}
        rows={counts.places.map(({ kind, count }) => ({
          key: kind,
          words: kindOf(kind),
          count,
          rows: { kind: 'places', placeKind: kind },
        }))}
      />
    </>
  );
}

type Chip = { key: string; words: string; count: number; rows: RowsAsked };

function Chips({ title, rows }: { title: string; rows: readonly Chip[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <ul className={styles.chips}>
        {rows
          .toSorted((a, b) => b.count - a.count)
          .map(({ key, words, count, rows: asked }) => (
            <li key={key}>
              <button
                type="button"
                data-chip={key}
                data-value={count}
                onClick={() => showRows(asked)}
              >
                {words} <b>{count}</b>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}

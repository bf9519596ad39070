import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PastCaseDocument } from '#gis/generated/graphql.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { HistoryList } from '#journal/HistoryList.tsx';
import { CardBody } from '#ui/CardBody.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { currentLanguage } from '#words/i18n.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { useClassName } from '#words/use-class-name.ts';
import type { PastCase } from '../picture-at.ts';
import { replayState } from '../replay-state.ts';
import { shownPast } from '../use-replay.ts';
import styles from './Past.module.css';

type PastCaseCardProps = { id: string; onClose: () => void };

/** A case as it stood at the moment shown, and what had been done by then; nothing of what came later. */
export function PastCaseCard({ id, onClose }: PastCaseCardProps) {
  const { t } = useTranslation('replay');
  const at = useStore(replayState, (state) => state.at) ?? 0;
  const { data, error, refetch } = useQuery(PastCaseDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  const picture = useStore(shownPast, (state) => state.picture);
  const then = picture?.cases.find((each) => each.id === id) ?? null;
  return (
    <Panel title={t('caseThen')} onClose={onClose} past>
      <PanelFaces of={face} emptyWords={t('noCase')} isEmpty={({ incident }) => !incident}>
        {({ incident }) =>
          incident ? (
            <div data-past-case={id}>
              <Standing then={then} known={incident} at={at} />
              <div className={styles.story}>
                <SectionTitle>{t('untilThen')}</SectionTitle>
                <HistoryList entries={incident.history.filter((row) => Date.parse(row.at) <= at)} />
              </div>
            </div>
          ) : null
        }
      </PanelFaces>
    </Panel>
  );
}

type Known = {
  address?: string | null;
  reportedAt: string;
  class: { nameZh: string; nameEn: string };
  area: { name: string };
};

function Standing({ then, known, at }: { then: PastCase | null; known: Known; at: number }) {
  const { t } = useTranslation('replay');
  const { t: incidents } = useTranslation('incidents');
  const titleOf = useIncidentTitle();
  const nameOf = useClassName();
  const words = (moment: number): string => clockWords(new Date(moment), 'full', currentLanguage());
  if (!then) {
    return (
      <p className={styles.story}>
        {t(Date.parse(known.reportedAt) > at ? 'notYetReported' : 'notOpenThen')}
      </p>
    );
  }
  return (
    <CardBody
      title={
        <>
          <Mark {...gradeLook(then.grade)} label={incidents(`grade.${then.grade}`)} />
          {titleOf(then.title)}
        </>
      }
    >
      <Facts
        facts={[
          [incidents('card.state'), incidents(`state.${then.state}`)],
          [incidents('card.grade'), incidents(`grade.${then.grade}`)],
          [incidents('card.class'), nameOf(known.class)],
          [t('seenThen'), t(then.acknowledged ? 'acknowledged' : 'unseen')],
          [t('dueThen'), then.dueAt === null ? null : words(then.dueAt)],
          [t('limitThen'), then.dueAt !== null && then.dueAt < at ? t('overdueThen') : null],
          [incidents('card.place'), known.address],
          [incidents('card.area'), known.area.name],
        ]}
      />
    </CardBody>
  );
}

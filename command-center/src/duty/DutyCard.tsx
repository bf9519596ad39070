import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DutiesNowDocument } from '#gis/generated/graphql.ts';
import { CardBody } from '#ui/CardBody.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { closeDutyCard, dutyCard } from './duty-card-state.ts';
import { rosterOf } from './duty-roster.ts';

/** Who answers at the center of another town, or at one's own: post, name and since when. */
export function DutyCard() {
  const areaCode = useStore(dutyCard, (state) => state.areaCode);
  return areaCode === null ? null : <DutyOf key={areaCode} areaCode={areaCode} />;
}

const askAgainMs = 60_000;

function DutyOf({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('duty');
  const { data, error, refetch } = useQuery(DutiesNowDocument, {
    variables: { areaCode },
    pollInterval: askAgainMs,
  });
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  return (
    <Panel title={t('card')} onClose={() => void closeDutyCard()}>
      <PanelFaces of={face} emptyWords={t('nobody')} isEmpty={({ duties }) => duties.length === 0}>
        {({ duties }) => (
          <CardBody title={duties[0]?.area.name ?? ''}>
            <Facts
              facts={rosterOf(duties).map((line) => [
                t(`post.${line.post}`),
                line.duties
                  .map(({ displayName, signedInAt }) =>
                    t('since', {
                      name: displayName,
                      at: clockWords(new Date(signedInAt), 'minutes'),
                    }),
                  )
                  .join(t('and')) || t('nobody'),
              ])}
            />
          </CardBody>
        )}
      </PanelFaces>
    </Panel>
  );
}

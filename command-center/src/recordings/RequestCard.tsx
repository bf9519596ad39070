import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewRequestFieldsFragment } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { ClauseLine } from './ClauseLine.tsx';
import { Decision } from './Decision.tsx';
import type { PictureOf } from './ExportForm.tsx';
import { Exports } from './Exports.tsx';
import { PlaybackPanel } from './PlaybackPanel.tsx';
import { RequestedCameras } from './RequestedCameras.tsx';
import { RequestState } from './RequestState.tsx';
import styles from './Recordings.module.css';

/** One request with all that stands in the register of it; below, its recordings where they are granted. */
export function RequestCard({ request }: { request: ViewRequestFieldsFragment }) {
  const { t } = useTranslation('recordings');
  const [picture, setPicture] = useState<PictureOf | null>(null);
  const at = (text: string) => clockWords(new Date(text), 'full');
  const facts: [string, string | null | undefined][] = [
    ['caseNo', request.caseNo],
    ['applicant', [t(`applicant.${request.applicant}`), request.applicantName].join(' ').trim()],
    ['window', `${at(request.windowFrom)} — ${at(request.windowTo)}`],
    ['sound', t(request.sound ? 'withSound' : 'withoutSound')],
    ['area', request.area.name],
    ['requestedBy', `${request.requestedBy} ${at(request.requestedAt)}`],
    [
      'approveBy',
      request.state === 'requested' && request.approveBy ? at(request.approveBy) : null,
    ],
    ['validUntil', at(request.validUntil)],
    ['decidedBy', request.decidedAt ? `${request.decidedBy} ${at(request.decidedAt)}` : null],
    ['decisionNote', request.decisionNote],
    ['endReason', request.endReason ? t(`end.${request.endReason}`) : null],
  ];
  return (
    <article data-request-card={request.id} data-request-state={request.state}>
      <header className={styles.head}>
        <h3>{request.reason}</h3>
        <RequestState request={request} />
      </header>
      <p>
        {t(`basis.${request.legalBasis}`)} <ClauseLine clause={request.clause} />
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <RequestedCameras cameras={request.cameras} />
      <Decision key={request.version} request={request} />
      {request.mine && request.grants ? (
        <PlaybackPanel request={request} onAskPicture={setPicture} />
      ) : null}
      <Exports request={request} picture={picture} onPicture={setPicture} />
    </article>
  );
}

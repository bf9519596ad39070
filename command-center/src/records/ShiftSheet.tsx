import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MakeDutyLogDocument, type ShiftInFullFragment } from '#gis/generated/graphql.ts';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import { DutyDialog } from '#duty/DutyDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { currentLanguage } from '#words/i18n.ts';
import { EntryForm } from './EntryForm.tsx';
import { LogTable } from './LogTable.tsx';
import { OnPaper } from './OnPaper.tsx';
import { ShiftSigning } from './ShiftSigning.tsx';
import styles from './Records.module.css';

type ShiftSheetProps = {
  of: ShiftInFullFragment;
  mayTake: boolean;
  onCase: (incidentId: string) => void;
  onHandingOver: () => void;
};

/** One shift: who was on duty, its lines, and who signed for it. */
export function ShiftSheet({ of: shift, mayTake, onCase, onHandingOver }: ShiftSheetProps) {
  const { t, i18n } = useTranslation('records');
  const [signing, setSigning] = useState(false);
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  return (
    <article
      className={styles.sheet}
      data-log={shift.id}
      aria-label={t('tab.duty-log')}
      tabIndex={0}
    >
      <header className={styles.head}>
        <h3>
          {time(shift.begunAt)} – {shift.handedOverAt ? time(shift.handedOverAt) : t('log.now')}
        </h3>
        {mayTake ? <OnPaper make={(format) => makePaper(shift.id, format)} /> : null}
      </header>
      <section>
        <h4>{t('log.onDuty')}</h4>
        {shift.duties.length === 0 ? <p className={styles.quiet}>{t('log.nobody')}</p> : null}
        {shift.mayEnter ? (
          <p>
            <Button data-sign-in onClick={() => setSigning(true)}>
              {t('log.signIn')}
            </Button>
          </p>
        ) : null}
        {signing ? <DutyDialog onClose={() => setSigning(false)} /> : null}
        <ul className={styles.people} data-on-duty={shift.duties.length}>
          {shift.duties.map(({ post, displayName, signedInAt, signedOutAt }) => (
            <li key={`${post} ${displayName} ${signedInAt}`}>
              <span className={styles.quiet}>{t(`post.${post}`)}</span> {displayName}{' '}
              <span className={styles.quiet}>
                {time(signedInAt)} – {signedOutAt ? time(signedOutAt) : t('log.now')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h4>{t('log.lines')}</h4>
        {shift.linesLeftOut > 0 ? (
          <p role="status" data-lines-left-out={shift.linesLeftOut}>
            {t('log.leftOut', { count: shift.linesLeftOut })}
          </p>
        ) : null}
        <LogTable lines={shift.lines} onCase={onCase} />
      </section>
      {shift.mayEnter ? <EntryForm /> : null}
      <ShiftSigning of={shift} onHandingOver={onHandingOver} />
    </article>
  );
}

async function makePaper(shiftId: string, format: string) {
  const { data } = await gisClient.mutate({
    mutation: MakeDutyLogDocument,
    variables: { commandId: newCommandId(), shiftId, format, language: currentLanguage() },
  });
  return data?.makeDutyLog ?? null;
}

import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { useClassName } from '#words/use-class-name.ts';
import {
  CitizenRefusal,
  sendPhoto,
  sendReport,
  type Proof,
  type PublicClass,
} from './citizen-request.ts';
import { Labelled } from './Labelled.tsx';
import { PhotoPicker } from './PhotoPicker.tsx';
import { PlacePicker, type PickedPlace } from './PlacePicker.tsx';
import { useProof } from './use-proof.ts';
import styles from './Citizen.module.css';

type CitizenFormProps = {
  classes: readonly PublicClass[];
  onReceipt: (receipt: string) => void;
};

type Sending = { is: 'idle' | 'sending' } | { is: 'refused'; reason: string };

/** What, where, and who if one likes. */
export function CitizenForm({ classes, onReceipt }: CitizenFormProps) {
  const { t } = useTranslation('citizen');
  const nameOf = useClassName();
  const { proof, renew } = useProof();
  const [place, setPlace] = useState<PickedPlace | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<Sending>({ is: 'idle' });
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (place === null) return setSending({ is: 'refused', reason: 'no-place' });
    const fields = new FormData(event.currentTarget);
    setSending({ is: 'sending' });
    try {
      const worked = await proof();
      const { receipt } = await sendReport(await reportOf(fields, place, worked, files));
      onReceipt(receipt);
    } catch (error) {
      const reason = error instanceof CitizenRefusal ? error.reason : 'unreachable';
      if (reason.startsWith('proof-')) renew();
      setSending({ is: 'refused', reason });
    }
  };
  return (
    <form className={styles.card} onSubmit={(event) => void send(event)}>
      <Labelled name={t('class')}>
        {(id) => (
          <select id={id} name="classCode" required defaultValue="">
            <option value="" disabled>
              {t('chooseClass')}
            </option>
            {classes.map((each) => (
              <option key={each.code} value={each.code}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled name={t('description')}>
        {(id) => <textarea id={id} name="description" rows={4} required maxLength={2_000} />}
      </Labelled>
      <PlacePicker place={place} onPick={setPlace} />
      <PhotoPicker files={files} onFiles={setFiles} />
      <fieldset className={styles.person}>
        <legend>{t('person')}</legend>
        <Labelled name={t('name')}>
          {(id) => <input id={id} name="name" autoComplete="name" maxLength={60} />}
        </Labelled>
        <Labelled name={t('telephone')}>
          {(id) => <input id={id} name="telephone" type="tel" autoComplete="tel" maxLength={40} />}
        </Labelled>
        <label className={styles.tick}>
          <input type="checkbox" name="wantsCallBack" />
          {t('wantsCallBack')}
        </label>
        <p className={styles.quiet}>{t('privacy')}</p>
      </fieldset>
      {sending.is === 'refused' ? (
        <p className={styles.refused} role="alert">
          {t(`refusal.${sending.reason}`, { defaultValue: t('refusal.other') })}
        </p>
      ) : null}
      <Button look="solid" type="submit" disabled={sending.is === 'sending'}>
        {t(sending.is === 'sending' ? 'sending' : 'send')}
      </Button>
    </form>
  );
}

async function reportOf(
  fields: FormData,
  place: PickedPlace,
  proof: Proof,
  files: readonly File[],
): Promise<object> {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const photoIds: string[] = [];
  for (const file of files) photoIds.push(await sendPhoto(proof, file));
  return {
    proof,
    photoIds,
    classCode: text('classCode'),
    description: text('description'),
    address: place.address,
    position: place.position,
    name: text('name'),
    telephone: text('telephone'),
    wantsCallBack: fields.get('wantsCallBack') !== null,
  };
}

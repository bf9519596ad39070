/** Sends a case with the frame that it is reported from: the picture first, then the report that names it. */
import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { sendPhoto } from '#desk/send-photo.ts';
import { ReportIncidentDocument } from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { clockWords } from '#ui/clock-words.ts';
import { useLooker } from '#video/use-looker.ts';
import { placeOfReport, type PictureReport } from './picture-report-state.ts';
import { reportedFrame } from './reported-frame.ts';

type Written = { classCode: string; description: string };

/** By these letters the auditor finds the look in the register. */
const codeLetters = 8;

export function useSendReport() {
  const [ask] = useMutation(ReportIncidentDocument);
  const looker = useLooker();
  const [busy, setBusy] = useState(false);
  /** Why it was not taken; null where nothing was refused. */
  const [refusal, setRefusal] = useState<string | null>(null);

  const sent = async (report: PictureReport, written: Written): Promise<string | null> => {
    const { camera, picture, mark, hidden, viewId, takenAt, commandId } = report;
    if (mark === null) return null;
    const who = `${looker?.name ?? ''} ${looker?.unit ?? ''} ${viewId.slice(0, codeLetters)}`;
    const lines = [`${camera.name} ${clockWords(takenAt, 'full')}`, who];
    const frame = await reportedFrame({ picture, mark: mark.region, hidden, lines });
    const photo = await sendPhoto(frame);
    if ('refused' in photo) {
      setRefusal(photo.refused);
      return null;
    }
    const { place, placedBy } = placeOfReport(report);
    const [longitude, latitude] = place;
    const { data } = await ask({
      variables: {
        input: {
          commandId,
          source: 'video-patrol',
          classCode: written.classCode,
          description: written.description.trim() || null,
          position: { longitude, latitude },
          photoIds: [photo.id],
          picture: { viewId, takenAt: takenAt.toISOString(), placedBy },
        },
      },
    });
    return data?.reportIncident.id ?? null;
  };

  /** The id of its case; null where it did not become one. */
  const send = async (report: PictureReport, written: Written): Promise<string | null> => {
    setBusy(true);
    setRefusal(null);
    try {
      return await sent(report, written);
    } catch (error) {
      setRefusal(refusalOf(error).reason);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, refusal };
}

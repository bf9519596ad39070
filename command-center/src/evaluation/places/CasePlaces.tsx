import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CasePlacesDocument, IncidentClassesDocument } from '#gis/generated/graphql.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { nameIn } from '../figure-words.ts';
import type { Stretch } from '../use-stretch.ts';
import evaluation from '../Evaluation.module.css';
import { placings, type OpenedPlace, type Placing, type ShowPlace } from './opened-place.ts';
import { PlacePlan, type Place } from './PlacePlan.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import styles from './Places.module.css';

type CasePlacesProps = {
  stretch: Stretch;
  opened: OpenedPlace | null;
  onOpen: (opened: OpenedPlace) => void;
  onPlace: ShowPlace;
};

/** Where cases come up, and where they come up again and again. */
export function CasePlaces({ stretch, opened, onOpen, onPlace }: CasePlacesProps) {
  const { t } = useTranslation('evaluation');
  const [by, setBy] = useState<Placing>('heat');
  const [classCode, setClassCode] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(CasePlacesDocument, {
    variables: { ...stretch, by, classCode },
    fetchPolicy: 'cache-and-network',
  });
  const { data: known } = useQuery(IncidentClassesDocument);
  const open = (place: Place, rank: number): void => {
    const kind = place.class ? ` · ${nameIn(place.class)}` : '';
    onOpen({ key: place.key, by, classCode, title: `${t('places.rank', { rank })}${kind}` });
  };
  return (
    <>
      <ChoiceBar
        className={evaluation.tabs}
        label={t('places.by')}
        mark="placing"
        choices={placings}
        chosen={by}
        words={(each) => t(`places.${each}`)}
        onChoose={setBy}
      >
        <label className={evaluation.tool}>
          {t('places.class')}
          <select
            value={classCode ?? ''}
            data-place-class
            onChange={({ target }) => setClassCode(target.value || null)}
          >
            <option value="">{t('places.allClasses')}</option>
            {known?.incidentClasses.map((each) => (
              <option key={each.code} value={each.code}>
                {nameIn(each)}
              </option>
            ))}
          </select>
        </label>
      </ChoiceBar>
      <PanelFaces
        of={faceOf({ value: data?.casePlaces, error, retry: () => void refetch() })}
        emptyWords={t(`places.none.${by}`)}
        isEmpty={({ total }) => total === 0}
        skeletonRows={12}
      >
        {(places) => (
          <>
            <p className={evaluation.quiet}>
              {t(`places.means.${by}`, { meters: places.meters, hours: places.hours })}
            </p>
            <div className={styles.layout}>
              <PlacePlan
                {...{ by, places }}
                areaCode={stretch.areaCode}
                opened={opened?.by === by ? opened.key : null}
                onOpen={(place) => open(place, places.nodes.indexOf(place) + 1)}
              />
              <div>
                <PlaceTable {...{ by, places, onPlace }} onOpen={open} />
              </div>
            </div>
          </>
        )}
      </PanelFaces>
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { roles } from 'grid-data';
import { AccountAreasDocument } from '#gis/generated/graphql.ts';
import type { AccountDraft, DraftFault } from './account-draft.ts';
import { Field } from './Field.tsx';

type Place = Pick<AccountDraft, 'role' | 'areaCode' | 'departmentCode'>;

type PlaceFieldsProps = {
  place: Place;
  faults: readonly DraftFault[];
  onChange: (change: Partial<Place>) => void;
};

const areasListId = 'account-areas';

/** Post, area and department. */
export function PlaceFields({ place, faults, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('accounts');
  const faultOf = (field: keyof Place) => faults.find((fault) => fault.field === field)?.reason;
  return (
    <>
      <Field name="role" fault={faultOf('role')}>
        {(control) => (
          <select
            {...control}
            value={place.role}
            onChange={(event) => onChange({ role: event.target.value })}
          >
            <option value="" />
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="areaCode" fault={faultOf('areaCode')}>
        {(control) => (
          <input
            {...control}
            list={areasListId}
            value={place.areaCode}
            onChange={(event) => onChange({ areaCode: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field name="departmentCode" fault={faultOf('departmentCode')}>
        {(control) => (
          <input
            {...control}
            value={place.departmentCode}
            onChange={(event) => onChange({ departmentCode: event.target.value })}
          />
        )}
      </Field>
      <AreaChoices />
    </>
  );
}

function AreaChoices() {
  const { data } = useQuery(AccountAreasDocument);
  const root = data?.area;
  const areas = root ? [root, ...root.children.flatMap((town) => [town, ...town.children])] : [];
  return (
    <datalist id={areasListId}>
      {areas.map((area) => (
        <option key={area.code} value={area.code}>
          {area.name}
        </option>
      ))}
    </datalist>
  );
}

import { useQuery } from '@apollo/client/react';
import { AreaTreeDocument } from '#gis/generated/graphql.ts';

/** The options of a select: the viewer's area, its towns and their villages, as far as there are. */
export function AreaOptions({ area }: { area: { code: string; name: string } }) {
  const { data } = useQuery(AreaTreeDocument, { variables: { code: area.code } });
  return (
    <>
      <option value={area.code}>{area.name}</option>
      {(data?.area?.children ?? []).map((town) => (
        <optgroup key={town.code} label={town.name}>
          <option value={town.code}>{town.name}</option>
          {(town.children ?? []).map((village) => (
            <option key={village.code} value={village.code}>
              {village.name}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

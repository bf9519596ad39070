import { useState } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AreaTreeDocument, type AreaTreeQuery } from '#gis/generated/graphql.ts';
import { flyToBox } from '#map/map-host.ts';
import { selectArea, useMapModel } from '#map/map-model.ts';
import { faceOf } from '#ui/face.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import styles from './AreaPicker.module.css';

type Root = NonNullable<AreaTreeQuery['area']>;
type Branch = { code: string; name: string; bbox: readonly number[]; children?: readonly Branch[] };

/** The tree of areas; choosing one re-scopes every panel. */
export function AreaPicker({ rootCode, onClose }: { rootCode: string; onClose: () => void }) {
  const { t } = useTranslation('areas');
  const { data, error, refetch } = useQuery(AreaTreeDocument, { variables: { code: rootCode } });
  const face = faceOf<Root>({ value: data?.area, error, retry: () => void refetch() });
  const choose = ({ code, bbox }: Branch): void => {
    selectArea(code === rootCode ? null : code);
    flyToBox(bbox);
    onClose();
  };
  return (
    <Panel raised title={t('choose')} onClose={onClose} className={styles.picker}>
      <PanelFaces of={face} emptyWords={t('empty')}>
        {(root) => (
          <ul className={styles.tree}>
            <AreaBranch branch={root} open onChoose={choose} />
          </ul>
        )}
      </PanelFaces>
    </Panel>
  );
}

type BranchProps = { branch: Branch; open?: boolean; onChoose: (branch: Branch) => void };

function AreaBranch({ branch, open = false, onChoose }: BranchProps) {
  const { t } = useTranslation('areas');
  const [unfolded, setUnfolded] = useState(open);
  const chosen = useMapModel(({ areaCode }) => areaCode === branch.code);
  const children = branch.children ?? [];
  return (
    <li>
      <div className={styles.branch}>
        {children.length > 0 ? (
          <Button
            look="plain"
            aria-expanded={unfolded}
            aria-label={t('unfold', { name: branch.name })}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? <ChevronDown size="1em" /> : <ChevronRight size="1em" />}
          </Button>
        ) : (
          <span className={styles.leaf} />
        )}
        <Button look="plain" aria-current={chosen} onClick={() => onChoose(branch)}>
          {branch.name}
        </Button>
      </div>
      {unfolded && children.length > 0 ? (
        <ul className={styles.children}>
          {children.map((child) => (
            <AreaBranch key={child.code} branch={child} onChoose={onChoose} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

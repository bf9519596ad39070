import { useState } from 'react';
import { posts, type Post } from 'grid-data';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EvaluationGroupsDocument, type GroupFieldsFragment } from '#gis/generated/graphql.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { FigureCell } from './FigureCell.tsx';
import { nameIn } from './figure-words.ts';
import type { OpenFigure } from './opened-figure.ts';
import type { Stretch } from './use-stretch.ts';
import styles from './Evaluation.module.css';

export type GroupedBy = 'department' | 'area' | 'person';
type GroupTableProps = { by: GroupedBy; stretch: Stretch; onOpen: OpenFigure };

/** Departments, areas or persons side by side, by the figures of one post. */
export function GroupTable({ by, stretch, onOpen }: GroupTableProps) {
  const { t } = useTranslation('evaluation');
  const [post, setPost] = useState<Post>('department');
  const { data, error, refetch } = useQuery(EvaluationGroupsDocument, {
    variables: { ...stretch, by },
    fetchPolicy: 'cache-and-network',
  });
  const retry = () => void refetch();
  return (
    <>
      <ChoiceBar
        className={styles.tabs}
        label={t('posts')}
        choices={posts}
        chosen={post}
        words={(each) => t(`post.${each}`)}
        onChoose={setPost}
      />
      <PanelFaces
        of={faceOf({ value: data?.evaluationGroups, error, retry })}
        emptyWords={t('noGroups')}
        isEmpty={(groups) => groups.length === 0}
      >
        {(groups) => (
          <table className={styles.table} data-groups={by}>
            <thead>
              <tr>
                <th scope="col">{t(`by.${by}`)}</th>
                {figuresOf(groups[0]!, post).map((figure) => (
                  <th key={figure.key} scope="col" className={styles.number}>
                    {nameIn(figure)}
                    {figure.unit === 'minutes' ? t('minutes') : ''}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups
                .filter((group) => by !== 'person' || hasCases(group, post))
                .map((group) => (
                  <GroupRow key={group.key ?? ''} {...{ group, post, by, onOpen }} />
                ))}
            </tbody>
          </table>
        )}
      </PanelFaces>
    </>
  );
}

type GroupRowProps = { group: GroupFieldsFragment; post: Post; by: GroupedBy; onOpen: OpenFigure };

function GroupRow({ group, post, by, onOpen }: GroupRowProps) {
  const key = group.key ?? null;
  return (
    <tr data-group={key ?? 'none'}>
      <th scope="row">{nameIn(group)}</th>
      {figuresOf(group, post).map((figure) => (
        <FigureCell key={figure.key} group={{ ...group, key }} {...{ figure, by, onOpen }} />
      ))}
    </tr>
  );
}

function figuresOf({ figures }: GroupFieldsFragment, post: Post) {
  return figures.filter((figure) => figure.post === post);
}

const hasCases = (group: GroupFieldsFragment, post: Post) =>
  figuresOf(group, post).some(({ rows }) => rows > 0);

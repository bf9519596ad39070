/** What the blanks of a rule may be filled with: areas, classes of incidents and scenes as they are here. */
import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import {
  AreaTreeDocument,
  IncidentClassesDocument,
  WallScenesDocument,
} from '#gis/generated/graphql.ts';
import { useClassName } from '#words/use-class-name.ts';

export type Choice = { value: string; words: string };
export type Choices = {
  areas: readonly Choice[];
  classes: readonly Choice[];
  /** Published ones: a rule cannot show what nobody has published. */
  scenes: readonly Choice[];
};

export function useChoices(areaCode: string): Choices {
  const nameOf = useClassName();
  const tree = useQuery(AreaTreeDocument, { variables: { code: areaCode } }).data?.area;
  const classes = useQuery(IncidentClassesDocument).data?.incidentClasses;
  const scenes = useQuery(WallScenesDocument).data?.wallScenes;
  return useMemo(
    () => ({
      areas: tree
        ? [tree, ...tree.children.flatMap((town) => [town, ...town.children])].map(
            ({ code, name }) => ({ value: code, words: name }),
          )
        : [],
      classes: (classes ?? []).map((each) => ({ value: each.code, words: nameOf(each) })),
      scenes: (scenes ?? [])
        .filter(({ published }) => published)
        .map(({ id, name }) => ({ value: id, words: name })),
    }),
    // The name of a class changes with the language, of which `nameOf` is made anew at each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [tree, classes, scenes, nameOf({ nameZh: 'zh', nameEn: 'en' })],
  );
}

export function wordsOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.words ?? value;
}

/** Who answers at a center, post by post. */
import type { DutyFieldsFragment } from '#gis/generated/graphql.ts';

export const dutyPosts = ['LEADER', 'SHIFT_LEADER'] as const;
export type DutyPostName = (typeof dutyPosts)[number];

export type RosterLine = { post: DutyPostName; duties: readonly DutyFieldsFragment[] };

/** Both posts always, so that an empty one is seen to be empty; earlier sign-in first. */
export function rosterOf(duties: readonly DutyFieldsFragment[]): RosterLine[] {
  return dutyPosts.map((post) => ({
    post,
    duties: duties
      .filter((duty) => duty.post === post)
      .sort((a, b) => a.signedInAt.localeCompare(b.signedInAt)),
  }));
}

/** What the page of linkage shows; the hall opens it at what its notice tells of. */
import { createStore } from '#ui/create-store.ts';

export type LinkageTab = 'rules' | 'firings';

type LinkagePageState = {
  tab: LinkageTab;
  /** The rule that is edited or whose firings are listed; null is none of them, or all. */
  ruleId: string | null;
};

export const linkagePage = createStore<LinkagePageState>({ tab: 'rules', ruleId: null });

export function showFiringsOf(ruleId: string | null): void {
  linkagePage.set({ tab: 'firings', ruleId });
}

// Where a disclosure stands, in a word.
import type { Disclosure } from '../../api/nouns.ts';

export function stateOf(one: Disclosure): string {
  if (one.issued) return 'issued';
  if (one.withheld) return 'withheld';
  if (!one.missing) return 'ready';
  return one.approvals.some((approval) => approval.draft === one.draft) ? 'approved' : 'draft';
}

/** Whether nothing of it can change any more. */
export function settled(one: Disclosure): boolean {
  return one.issued || !!one.withheld;
}

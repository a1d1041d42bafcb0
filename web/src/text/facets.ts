// Facets of claims: what narrows a list, and how many there would be of each. Counted here, so that it answers while one types.
import type { Claim } from '../api/nouns.ts';
import { flat, reviewState, sourceOf } from './stances.ts';

/** The facets, in the order in which they stand on the screen. */
export const facets = ['state', 'stance', 'kind', 'source', 'certainty', 'polarity', 'stage', 'outlet', 'month', 'marking'] as const;
export type Facet = (typeof facets)[number];

/** The value that a claim has in a facet. */
export function valueOf(claim: Claim, facet: Facet): string {
  switch (facet) {
    case 'state': return reviewState(claim);
    case 'stance': return claim.stance;
    case 'kind': return claim.source.kind;
    case 'source': return sourceOf(claim);
    case 'certainty': return flat(claim) ? 'flat' : 'hedged';
    case 'polarity': return claim.polarity;
    case 'stage': return claim.stage;
    case 'outlet': return claim.outlet ?? 'none';
    case 'month': return claim.date?.slice(0, 7) ?? 'no date';
    case 'marking': return claim.marking;
  }
}

export type Chosen = Partial<Record<Facet, string>>;

/** What is searched of a claim, made once per claim. */
export function haystack(claim: Claim): string {
  return fold(`${sourceOf(claim)} ${claim.source.text} ${claim.cue.text} ${claim.content.text} ${claim.outlet ?? ''} ${claim.date ?? ''} ${claim.claim}`);
}

/** Small letters without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The claims that hold every word and every facet, and for each facet how many there would be of each value if it were
 * chosen otherwise. */
export function narrow(claims: Claim[], hay: string[], words: string, chosen: Chosen): { found: Claim[]; counts: Map<Facet, [string, number][]> } {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const active = facets.filter((facet) => chosen[facet]);
  const tallies = new Map<Facet, Map<string, number>>(facets.map((facet) => [facet, new Map()]));
  const found: Claim[] = [];
  claims.forEach((claim, i) => {
    if (!wanted.every((word) => hay[i]!.includes(word))) return;
    const missed = active.filter((facet) => valueOf(claim, facet) !== chosen[facet]);
    if (missed.length === 0) found.push(claim);
    if (missed.length > 1) return;
    for (const facet of missed.length === 1 ? missed : facets) {
      const tally = tallies.get(facet)!;
      const value = valueOf(claim, facet);
      tally.set(value, (tally.get(value) ?? 0) + 1);
    }
  });
  const counts = new Map<Facet, [string, number][]>();
  for (const [facet, tally] of tallies) {
    const order = facet === 'month' ? (a: [string, number], b: [string, number]) => b[0].localeCompare(a[0]) : (a: [string, number], b: [string, number]) => b[1] - a[1] || a[0].localeCompare(b[0]);
    counts.set(facet, [...tally].sort(order));
  }
  return { found, counts };
}

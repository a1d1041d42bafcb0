// The words for what a claim is, as they stand on the screen.
import type { Claim, Review } from '../api/nouns.ts';
import { percent } from './numbers.ts';

export const stances = ['says', 'asks', 'orders', 'hopes', 'doubts', 'denies', 'declines', 'evades'];
export const stages = ['none', 'considered', 'decided', 'prepared', 'under-way', 'done', 'halted'];
export const kinds = ['named', 'unnamed', 'organisation', 'document', 'none'];

/** Whether the words put it flatly. */
export function flat(claim: { certainty: { low: number; high: number } }): boolean {
  return claim.certainty.low >= 0.99 || claim.certainty.high <= 0.01;
}

/** How sure the words are: `flat`, or the band with its words. */
export function surety(claim: { certainty: { low: number; high: number; words: string } }): string {
  if (flat(claim)) return 'flat';
  const band = `${percent(claim.certainty.low).replace(' %', '')}–${percent(claim.certainty.high)}`;
  return claim.certainty.words ? `${band} (“${claim.certainty.words}”)` : band;
}

/** Who says it, by full name where it is known. */
export function sourceOf(claim: { source: { text: string; resolved?: string | null } }): string {
  return claim.source.resolved || claim.source.text || 'no source named';
}

/** What else a claim is, in short: everything but the ordinary. */
export function traits(claim: Claim): string[] {
  const found = [claim.stance];
  if (claim.polarity === 'negative') found.push('negated');
  if (!flat(claim)) found.push(surety(claim));
  if (claim.stage !== 'none') found.push(`stage: ${claim.stage}`);
  if (claim.content.quoted && claim.content.quoted !== 'none') found.push(claim.content.quoted === 'part' ? 'partly quoted' : 'quoted');
  return found;
}

/** A claim as it stands: as the last person stated it, or as it was read. What was read stays beside it under `read`. */
export function asItStands(claim: Claim): Claim {
  const last = lastReview(claim);
  const version = last && (last.verdict === 'edited' || last.verdict === 'added') ? last.version : undefined;
  if (!version) return claim;
  const { source, cue, content, stance, polarity, certainty, stage } = claim;
  return { ...claim, ...version, claim: claim.claim, id: claim.id, read: { source, cue, content, stance, polarity, certainty, stage } };
}

/** The last word of people on a claim. */
export function lastReview(claim: { reviews?: Review[] }): Review | undefined {
  return claim.reviews?.at(-1);
}

/** `accepted`, `rejected`, `edited`, `added`, or `open` where nobody has looked. */
export function reviewState(claim: { reviews?: Review[] }): string {
  return lastReview(claim)?.verdict ?? 'open';
}

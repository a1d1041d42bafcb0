import { expect, test } from 'vitest';

import type { Claim } from '../api/nouns.ts';
import { asItStands, reviewState, surety, traits } from './stances.ts';

const claim = {
  claim: 'c', id: 'c1', source: { text: 'an aide', spans: [[0, 7]], kind: 'unnamed' }, cue: { text: 'said', spans: [[8, 12]] }, content: { text: 'it is so', spans: [[13, 21]], quoted: 'part' },
  stance: 'says', polarity: 'negative', certainty: { words: 'may', low: 0.25, high: 0.5 }, stage: 'none',
} as unknown as Claim;

test('a claim that somebody stated otherwise stands so, and what was read stays beside it', () => {
  const version = { ...claim, stance: 'declines' };
  const edited = { ...claim, reviews: [{ id: 'r', verdict: 'edited', author: 'ann', at: 1, why: '', version }] } as unknown as Claim;
  expect(asItStands(edited).stance).toBe('declines');
  expect(asItStands(edited).read?.stance).toBe('says');
  expect(reviewState(edited)).toBe('edited');
  expect(asItStands(claim)).toBe(claim);
});

test('what a claim is, in short: everything but the ordinary', () => {
  expect(traits(claim)).toEqual(['says', 'negated', '25–50 % (“may”)', 'partly quoted']);
  expect(surety({ certainty: { words: '', low: 0.99, high: 1 } })).toBe('flat');
});

import { expect, test } from 'vitest';

import type { Claim } from '../api/nouns.ts';
import { haystack, narrow } from './facets.ts';

const claim = (source: string, stance: string, content: string, low = 1): Claim =>
  ({
    claim: `${source}-${content}`, id: 'c1', document: 'd', name: 'n', outlet: 'Harbour Herald', date: '2024-02-16', marking: 'TLP:CLEAR', owners: [], protection: 'open', sentence: 0, within: null, time: null,
    source: { text: source, spans: [], kind: 'named' }, cue: { text: stance, spans: [] }, content: { text: content, spans: [] }, stance, polarity: 'positive', certainty: { words: '', low, high: 1 }, stage: 'none',
  }) as Claim;
const claims = [claim('Kazimir Orlo', 'denies', 'that shells were sent'), claim('Dalia Verrin', 'says', 'shells are weighed', 0.5), claim('Kazimir Orlo', 'says', 'nothing of the kind')];
const hay = claims.map(haystack);

test('words are found in source and content alike, whatever their accents', () => {
  expect(narrow(claims, hay, 'orló SHELLS', {}).found).toEqual([claims[0]]);
});

test('a chosen facet still shows how many there would be of its other values', () => {
  const { found, counts } = narrow(claims, hay, '', { stance: 'denies' });
  expect(found).toHaveLength(1);
  expect(counts.get('stance')).toEqual([['says', 2], ['denies', 1]]);
  expect(counts.get('source')).toEqual([['Kazimir Orlo', 1]]);
});

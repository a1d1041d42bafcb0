import { expect, test } from 'vitest';

import { between, count, likely, nats, percent, share } from './numbers.ts';

test('the seven bands of ICD 203; a shared endpoint goes to the band nearer to even', () => {
  const said = [0.01, 0.03, 0.05, 0.2, 0.45, 0.5, 0.55, 0.8, 0.95, 0.97].map(likely);
  expect(said).toEqual([
    'almost no chance', 'almost no chance', 'very unlikely', 'unlikely', 'roughly even chance', 'roughly even chance',
    'roughly even chance', 'likely', 'very likely', 'almost certain',
  ]);
});

test('below one and above ninety-nine in a hundred, numbers speak', () => {
  expect(likely(0.004)).toBe('0.4 %');
  expect(likely(0.9991)).toBe('99.91 %');
  expect(percent(0.00001)).toBe('< 0.01 %');
});

test('numbers are short', () => {
  expect([percent(0.028), share(0.35), share(1), nats(-0.856), nats(0.001), between(0.15, 0.98)]).toEqual([
    '3 %', '.35', '1.00', '−0.86', '0.00', '15–98 %',
  ]);
  expect([count(1, 'claim'), count(331, 'claim'), count(2, 'hypothesis', 'hypotheses')]).toEqual(['1 claim', '331 claims', '2 hypotheses']);
});

test('what is not known is a dash, and breaks nothing', () => {
  expect([share(null), share(undefined), percent(null), percent(Number.NaN)]).toEqual(['–', '–', '–', '–']);
});

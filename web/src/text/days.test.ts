import { expect, test } from 'vitest';

import { civilOf, countdown, dayTold, stretchOf, whenTold } from './days.ts';

test('a date is told as precisely as it is known', () => {
  expect([dayTold('2023-02-18'), dayTold('2023-02'), dayTold('2023'), dayTold(null)]).toEqual(['18 Feb 2023', 'Feb 2023', '2023', 'no date']);
});

test('a month is the whole month, and no midnight is invented', () => {
  const [low, high] = stretchOf('2024-02')!;
  expect(high - low).toBe(29);
  expect(civilOf(low)).toBe('2024-02-01');
  expect(stretchOf('spring')).toBeUndefined();
});

test('countdown to the end of a day, a month, and past it', () => {
  const now = new Date(2024, 1, 10, 23, 59);
  expect([countdown('2024-02-10', now), countdown('2024-02-11', now), countdown('2024-02', now), countdown('2024-02-07', now)]).toEqual([
    'today', 'in 1 day', 'in 19 days', '3 days ago',
  ]);
});

test('microseconds and moments are told alike', () => {
  expect(whenTold(1795791716281959)).toBe(whenTold('2026-11-27T15:01:56Z'));
});

import { expect, test } from 'vitest';

import { apart, dayTicks, spanOf, wrap } from './scale.ts';

test('labels that would lie on each other are moved apart and keep their order', () => {
  expect(apart([10, 11, 12], 10, 0, 100)).toEqual([10, 20, 30]);
  expect(apart([98, 99], 10, 0, 100)).toEqual([90, 100]);
});

test('three years have ticks of half-years or years and no more than were asked for', () => {
  const [low, high] = spanOf(['2022-03-13', '2024-12-16']);
  const ticks = dayTicks(low, high, 8);
  expect(ticks.length).toBeLessThanOrEqual(8);
  expect(ticks.map((tick) => tick.text)).toContain('2023');
});

test('words are broken between words and what is left out is said', () => {
  expect(wrap('China considers lethal arms and supplies only goods', 20, 2)).toEqual(['China considers', 'lethal arms and …']);
});

import { expect, test } from 'vitest';

import { place } from './layout.ts';

test('the same network is always placed alike, within its field, and no two points lie on each other', () => {
  const edges = [{ from: 0, to: 1, weight: 9 }, { from: 1, to: 2, weight: 1 }, { from: 3, to: 4, weight: 5 }];
  const once = place(6, edges, 800, 500);
  expect(place(6, edges, 800, 500)).toEqual(once);
  for (const [x, y] of once) {
    expect(x).toBeGreaterThanOrEqual(70);
    expect(y).toBeLessThanOrEqual(476);
  }
  for (let i = 0; i < 6; i++) for (let j = i + 1; j < 6; j++) expect(Math.hypot(once[i]![0] - once[j]![0], once[i]![1] - once[j]![1])).toBeGreaterThan(20);
});

// A link that somebody sends must open what they saw.
import { expect, test } from 'vitest';

import { pathOf, read } from './route.ts';

test('every place has an address that leads back to it', () => {
  for (const place of [
    { room: 'cases' },
    { room: 'case', case: 'c1' },
    { room: 'reports', case: 'c1', thing: '980a45' },
    { room: 'actors', case: 'c1', thing: 'Ministry of Trade / Lorn, 50% owned?' },
    { room: 'register', thing: 'warnings' },
    { room: 'login' },
  ]) {
    expect(read(pathOf(place))).toEqual(place);
  }
});

test('what is no address is said to be none', () => {
  for (const path of ['/nowhere', '/case', '/case/c1/kitchen', '/case/c1/reports/a/b']) expect(read(path).room).toBe('lost');
});

test('a broken escape does not break the desk', () => {
  expect(read('/case/c1/actors/%E0%A4').thing).toBe('%E0%A4');
});

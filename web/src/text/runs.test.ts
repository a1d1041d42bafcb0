import { expect, test } from 'vitest';

import { meant, paragraphs, runs } from './runs.ts';

test('a claim within a claim: a click goes to the inner one', () => {
  const found = runs(0, 20, [
    { start: 0, end: 20, part: 'content', claim: 'outer' },
    { start: 5, end: 10, part: 'content', claim: 'inner' },
  ]);
  expect(found.map((run) => [run.start, run.end, meant(run)])).toEqual([
    [0, 5, 'outer'],
    [5, 10, 'inner'],
    [10, 20, 'outer'],
  ]);
});

test('what lies outside a paragraph is cut off at its edges', () => {
  const found = runs(10, 20, [{ start: 5, end: 12, part: 'cue', claim: 'c' }]);
  expect(found.map((run) => [run.start, run.end, run.over.length])).toEqual([[10, 12, 1], [12, 20, 0]]);
});

test('every letter of the text stands in one run', () => {
  const found = runs(0, 9, [{ start: 2, end: 4, part: 'source', claim: 'a' }, { start: 3, end: 7, part: 'cue', claim: 'b' }]);
  expect(found[0]!.start).toBe(0);
  expect(found.at(-1)!.end).toBe(9);
  for (let i = 1; i < found.length; i++) expect(found[i]!.start).toBe(found[i - 1]!.end);
});

test('empty lines set paragraphs apart', () => {
  expect(paragraphs('One\ntwo\n\nthree\n \n\nfour')).toEqual([[0, 7], [9, 14], [18, 22]]);
  expect(paragraphs('')).toEqual([]);
});

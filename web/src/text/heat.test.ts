import { expect, test } from 'vitest';

import type { CoverLine, Detail } from '../api/cover.ts';
import { heatOf, knownTo, warmed } from './heat.ts';

const detail = (slot: string, text: string, known_to: number | null): Detail => ({ slot, text, known_to, knows: known_to === null ? null : [], rungs: [] });
const text = 'A source said that eleven wagons left Bergen on 14 May 2029.';
const line: CoverLine = {
  text, portion: '(TLP:CLEAR)', sight: 'shown',
  details: [detail('when', 'on 14 May 2029', 2), detail('where', 'Bergen', 5), detail('count', 'eleven', 1), detail('act', 'left', null)],
  figures: { alone: 1, k: 1, m: 1, known: true, suspects: [], open: 0, breaks: 0 },
};

test('the words of a line are laid out with their details, and nothing of the line is lost', () => {
  const runs = warmed(text, line.details);
  expect(runs.map((run) => run.text).join('')).toBe(text);
  expect(runs.filter((run) => run.detail !== null).map((run) => [run.text, run.detail])).toEqual([['eleven', 2], ['left', 3], ['Bergen', 1], ['on 14 May 2029', 0]]);
});

test('a detail does not cut a word in two, and one that overlaps a longer one has no run', () => {
  expect(warmed('Bergenland is far.', [detail('where', 'Bergen', 1)]).every((run) => run.detail === null)).toBe(true);
  const runs = warmed('in Bergen harbour', [detail('where', 'Bergen', 1), detail('where', 'Bergen harbour', 1)]);
  expect(runs.map((run) => run.detail)).toEqual([null, 1]);
});

test('the fewer know a detail the hotter it is, and nothing is hot where nothing is shown', () => {
  expect([0, 1, 2, 3].map((at) => heatOf(line, at, 3))).toEqual([3, 1, 3, 0]);
  expect(heatOf({ ...line, figures: { ...line.figures!, breaks: null } }, 0, 3)).toBe(2);
  expect(heatOf({ ...line, sight: 'ask-security' }, 0, 3)).toBe(0);
  expect([0, 1, 5, null].map((many) => knownTo(detail('when', 'x', many)))).toEqual(['nobody on a list knows it', 'one knows it', '5 know it', '']);
});

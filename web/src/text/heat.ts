// How hot the words of a line are: the fewer on the other side know a detail, the hotter.
import type { CoverLine, Detail } from '../api/cover.ts';

/** A run of a line's text, and the place among its details of the one that it is. */
export interface Warm {
  text: string;
  detail: number | null;
}

/** The line in runs. A detail whose words do not stand in it as they are has no run; where two overlap, the longer stands. */
export function warmed(text: string, details: Detail[]): Warm[] {
  const taken: [number, number, number][] = [];
  const order = details.map((detail, at) => ({ words: detail.text, at })).filter((one) => one.words.trim() !== '');
  for (const { words, at } of order.sort((a, b) => b.words.length - a.words.length)) {
    for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
      const until = from + words.length;
      if (taken.some(([low, high]) => from < high && low < until) || cuts(text, from) || cuts(text, until)) continue;
      taken.push([from, until, at]);
      break;
    }
  }
  const runs: Warm[] = [];
  let done = 0;
  for (const [from, until, at] of taken.sort((a, b) => a[0] - b[0])) {
    if (from > done) runs.push({ text: text.slice(done, from), detail: null });
    runs.push({ text: text.slice(from, until), detail: at });
    done = until;
  }
  if (done < text.length) runs.push({ text: text.slice(done), detail: null });
  return runs;
}

/** Whether a word would be cut in two there. */
const cuts = (text: string, at: number): boolean => /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at] ?? '');

/** 0 where nobody is asked for it, 3 where it breaks cover or one alone knows it. A cover of k takes k others beside the source. */
export function heatOf(line: CoverLine, at: number, leastK: number): 0 | 1 | 2 | 3 {
  const many = line.details[at]?.known_to;
  if (line.sight !== 'shown' || many === null || many === undefined) return 0;
  if (many <= 1 || (line.figures?.breaks === at && many <= leastK)) return 3;
  return many <= leastK ? 2 : 1;
}

const slots: Record<string, string> = {
  by: 'who said it', who: 'who', act: 'what was done', whom: 'to whom', with: 'with what', count: 'how many', where: 'where',
  when: 'when', words: 'in which words', stage: 'at which stage', sure: 'how sure', other: 'something else',
};
export const slotWords = (slot: string): string => slots[slot] ?? slot;

/** How many know a detail, in words. */
export function knownTo(detail: Detail): string {
  if (detail.known_to === null) return '';
  return detail.known_to === 0 ? 'nobody on a list knows it' : detail.known_to === 1 ? 'one knows it' : `${detail.known_to} know it`;
}

// Cuts a text into runs: stretches over which the same claims stand. Claims overlap and nest, and so no run can be one
// element of the tree for one claim.

/** Which part of a claim a stretch is. */
export type Part = 'source' | 'cue' | 'content';

/** A stretch of text, in UTF-16 units, that is part of a claim. */
export interface Stretch {
  start: number;
  end: number;
  part: Part;
  claim: string;
}

/** A run of text with everything that stands over it. */
export interface Run {
  start: number;
  end: number;
  over: Stretch[];
}

/** The runs of `[start, end)`, in order and without gaps. */
export function runs(start: number, end: number, stretches: Stretch[]): Run[] {
  const inside = stretches.filter((stretch) => stretch.end > start && stretch.start < end && stretch.end > stretch.start);
  const cuts = new Set<number>([start, end]);
  for (const stretch of inside) {
    if (stretch.start > start) cuts.add(stretch.start);
    if (stretch.end < end) cuts.add(stretch.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const found: Run[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]!;
    const to = edges[i + 1]!;
    found.push({ start: from, end: to, over: inside.filter((stretch) => stretch.start <= from && stretch.end >= to) });
  }
  return found;
}

/** Which claim a click on a run means: the narrowest stretch there, since what stands inside another is told by it. */
export function meant(run: Run): string | undefined {
  let best: Stretch | undefined;
  for (const stretch of run.over) {
    if (!best || stretch.end - stretch.start < best.end - best.start) best = stretch;
  }
  return best?.claim;
}

/** The paragraphs of a text as `[start, end)`: what empty lines set apart. */
export function paragraphs(text: string): [number, number][] {
  const found: [number, number][] = [];
  const gap = /\n[ \t]*\n\s*/g;
  let start = 0;
  for (const match of text.matchAll(gap)) {
    if (match.index > start) found.push([start, match.index]);
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push([start, text.length]);
  return found;
}

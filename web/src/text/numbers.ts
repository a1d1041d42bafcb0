// How numbers are written and said on the screen. Likelihood and confidence never share a sentence, so nothing here joins
// the two.

/** ICD 203's seven bands: the upper end of each, and its words. A shared endpoint goes to the band nearer to even. */
const bands: [number, number, string][] = [
  [0.01, 0.05, 'almost no chance'],
  [0.05, 0.2, 'very unlikely'],
  [0.2, 0.45, 'unlikely'],
  [0.45, 0.55, 'roughly even chance'],
  [0.55, 0.8, 'likely'],
  [0.8, 0.95, 'very likely'],
  [0.95, 0.99, 'almost certain'],
];

/** Where the bands meet, for the rule beneath a chart. */
export const edges = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95];

/** A probability in words; below 1 % and above 99 % in numbers. */
export function likely(p: number): string {
  if (!Number.isFinite(p)) return 'not known';
  if (p < 0.01 || p > 0.99) return percent(p);
  const found =
    p < 0.5
      ? bands.findLast(([low]) => p >= low - 1e-12)
      : bands.find(([, high]) => p <= high + 1e-12);
  return found?.[2] ?? percent(p);
}

/** A probability as a percentage, with as many digits as it has something to say. */
export function percent(p: number | null | undefined): string {
  if (p === null || p === undefined || !Number.isFinite(p)) return '–';
  const of = p * 100;
  if (of > 0 && of < 0.01) return '< 0.01 %';
  if (of < 100 && of > 99.99) return '> 99.99 %';
  const digits = of !== 0 && of < 1 ? (of < 0.1 ? 2 : 1) : of > 99 && of < 100 ? (of > 99.9 ? 2 : 1) : 0;
  return `${of.toFixed(digits)} %`;
}

/** An interval of probabilities. */
export function between(low: number, high: number): string {
  return `${percent(low).replace(' %', '')}–${percent(high)}`;
}

/** A share from 0 to 1 with two digits and without the leading zero: .35; a dash where there is none. */
export function share(x: number | null | undefined): string {
  if (x === null || x === undefined || !Number.isFinite(x)) return '–';
  const text = x.toFixed(2);
  return text.startsWith('0') ? text.slice(1) : text.startsWith('-0') ? `−${text.slice(2)}` : text;
}

/** A change in log-odds, in nats, with its sign. */
export function nats(x: number): string {
  const sign = x > 0.0049 ? '+' : x < -0.0049 ? '−' : '';
  return `${sign}${Math.abs(x).toFixed(2)}`;
}

/** `3 claims`, `1 claim`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** A size in bytes, for people. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

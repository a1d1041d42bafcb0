// Scales and ticks.
import { civilOf, dayTold, stretchOf } from '../text/days.ts';

/** A linear scale from `[a, b]` to `[x, y]`; a domain of no width is taken to the middle. */
export function linear(a: number, b: number, x: number, y: number): (value: number) => number {
  return (value) => (b === a ? (x + y) / 2 : x + ((value - a) / (b - a)) * (y - x));
}

/** Ticks of days since 1970 for a stretch: years, quarters, months or days, at most so many. */
export function dayTicks(low: number, high: number, most: number): { at: number; text: string }[] {
  const first = civilOf(low);
  const steps: ['month' | 'day', number][] = [['day', 1], ['day', 7], ['month', 1], ['month', 3], ['month', 6], ['month', 12], ['month', 24], ['month', 60], ['month', 120]];
  const length = high - low;
  const step = steps.find(([unit, n]) => length / (unit === 'day' ? n : n * 30.44) <= most) ?? steps.at(-1)!;
  const found: { at: number; text: string }[] = [];
  if (step[0] === 'day') {
    for (let at = Math.ceil(low); at <= high; at += step[1]) found.push({ at, text: dayTold(civilOf(at)).replace(/ \d{4}$/, '') });
    return found;
  }
  let year = Number(first.slice(0, 4));
  let month = Math.floor((Number(first.slice(5, 7)) - 1) / step[1]) * step[1];
  if (step[1] >= 12) {
    month = 0;
    year = Math.floor(year / (step[1] / 12)) * (step[1] / 12);
  }
  for (let i = 0; i < 400; i++) {
    const at = Date.UTC(year, month, 1) / 86_400_000;
    if (at > high) break;
    const civil = civilOf(at);
    if (at >= low) found.push({ at, text: month === 0 || step[1] >= 12 ? civil.slice(0, 4) : dayTold(civil.slice(0, 7)).slice(0, 3) });
    month += step[1];
    while (month >= 12) {
      month -= 12;
      year++;
    }
  }
  return found;
}

/** The stretch of days that dates span, with a little air; a year around today where there are none. */
export function spanOf(dates: (string | null | undefined)[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const date of dates) {
    const stretch = stretchOf(date);
    if (!stretch) continue;
    low = Math.min(low, stretch[0]);
    high = Math.max(high, stretch[1]);
  }
  if (low > high) {
    const now = Math.floor(Date.now() / 86_400_000);
    return [now - 182, now + 183];
  }
  const air = Math.max(2, (high - low) * 0.02);
  return [low - air, high + air];
}

/** Moves labels apart so that each has its height, as little as may be; they keep their order and stay between the ends. */
export function apart(at: number[], height: number, low: number, high: number): number[] {
  const order = at.map((y, i) => [y, i] as const).sort((a, b) => a[0] - b[0]);
  const placed: number[] = [];
  let floor = low;
  for (const [y] of order) {
    const put = Math.max(y, floor);
    placed.push(put);
    floor = put + height;
  }
  let roof = high;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i]!, roof);
    roof = placed[i]! - height;
  }
  const result: number[] = [];
  order.forEach(([, i], place) => (result[i] = placed[place]!));
  return result;
}

/** Breaks a text into lines of about so many letters, at most so many lines. */
export function wrap(text: string, letters: number, most = 3): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  if (lines.length > most) {
    const last = lines[most - 1]!;
    return [...lines.slice(0, most - 1), `${last.slice(0, Math.max(0, letters - 2))} …`];
  }
  return lines;
}

/** How much larger than usual letters are on this screen: drawings grow with them. */
export function unit(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

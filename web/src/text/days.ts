// Days and moments. Civil dates (2023-02, 2023-02-18) are never given a midnight that nobody stated: they are compared as
// what they are, and drawn over the stretch that they mean.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Microseconds or an ISO moment as a Date. */
export function moment(at: number | string): Date {
  return typeof at === 'number' ? new Date(at / 1000) : new Date(at);
}

/** `27 Nov 2026, 15:02` in the viewer's zone. */
export function whenTold(at: number | string): string {
  const date = moment(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `18 Feb 2023`, `Feb 2023`, `2023`, as precise as the civil date is. */
export function dayTold(civil: string | null | undefined): string {
  if (!civil) return 'no date';
  const [year, month, day] = civil.slice(0, 10).split('-');
  const named = month ? months[Number(month) - 1] : undefined;
  if (!named) return year ?? civil;
  return day ? `${Number(day)} ${named} ${year}` : `${named} ${year}`;
}

/** The days since 1970 on which a civil date begins and before which it ends; `undefined` for what is no date. */
export function stretchOf(civil: string | null | undefined): [number, number] | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(civil ?? '');
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] ? Number(match[2]) : undefined;
  const day = match[3] ? Number(match[3]) : undefined;
  const at = (y: number, m: number, d: number) => Date.UTC(y, m, d) / 86_400_000;
  if (month === undefined) return [at(year, 0, 1), at(year + 1, 0, 1)];
  if (day === undefined) return [at(year, month - 1, 1), at(year, month, 1)];
  const start = at(year, month - 1, day);
  return [start, start + 1];
}

/** A number of days since 1970 as a civil date. */
export function civilOf(days: number): string {
  return new Date(Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

/** Today in the viewer's zone, as days since 1970. */
export function today(now = new Date()): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}

/** How far off the last day of a civil date is: `in 12 days`, `today`, `3 days ago`. */
export function countdown(civil: string, now = new Date()): string {
  const stretch = stretchOf(civil);
  if (!stretch) return civil;
  const days = stretch[1] - 1 - today(now);
  const far = Math.abs(days);
  if (far === 0) return 'today';
  const told = far < 60 ? `${far} ${far === 1 ? 'day' : 'days'}` : far < 730 ? `${Math.round(far / 30.44)} months` : `${(far / 365.25).toFixed(1)} years`;
  return days > 0 ? `in ${told}` : `${told} ago`;
}

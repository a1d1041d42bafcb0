// What was read from the server, kept until it changes. A screen that is come back to shows at once what it showed, and
// asks again behind it.
import { get } from './http.ts';
import { Problem } from './problem.ts';

const kept = new Map<string, unknown>();
const most = 200;

class Changes {
  /** Goes up when anything on the server may have changed. */
  count = $state(0);
}
const changes = new Changes();

/** Says that something changed: whatever is on the screen asks again. */
export function changed(): void {
  changes.count++;
}

/** Forgets everything: somebody else signs in. */
export function forget(): void {
  kept.clear();
  changed();
}

/** An answer that follows its address. Make it while a component starts. */
export class Loaded<T> {
  value = $state.raw<T | undefined>();
  problem = $state.raw<Problem | undefined>();
  busy = $state(false);
  private asked = '';

  constructor(path: () => string | undefined) {
    $effect(() => {
      const at = path();
      void changes.count;
      if (at === undefined) {
        this.value = undefined;
        this.problem = undefined;
        this.busy = false;
        return;
      }
      if (at !== this.asked) {
        this.asked = at;
        this.value = kept.get(at) as T | undefined;
        this.problem = undefined;
      }
      const stop = new AbortController();
      this.busy = true;
      get<T>(at, stop.signal).then(
        (value) => {
          if (kept.size >= most) kept.delete(kept.keys().next().value!);
          kept.set(at, value);
          this.value = value;
          this.problem = undefined;
          this.busy = false;
        },
        (failure: unknown) => {
          if (stop.signal.aborted) return;
          this.problem = failure instanceof Problem ? failure : new Problem(0, 'unreadable', String(failure), 'try again');
          this.busy = false;
        },
      );
      return () => stop.abort();
    });
  }
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
  marking?: string;
}

/** Reads all pages of a list, one after the other. */
export async function all<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const joined: string = path + (path.includes('?') ? '&' : '?') + 'limit=1000' + (cursor ? `&cursor=${encodeURIComponent(cursor)}` : '');
    const page: Page<T> = await get<Page<T>>(joined, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

/** A whole list that follows its address. Its items grow page by page, so that the first stand on the screen soon. */
export class LoadedList<T> {
  items = $state.raw<T[]>([]);
  total = $state(0);
  ready = $state(false);
  problem = $state.raw<Problem | undefined>();
  busy = $state(false);
  private asked = '';

  constructor(path: () => string | undefined, pageSize = 500) {
    $effect(() => {
      const at = path();
      void changes.count;
      if (at === undefined) return;
      if (at !== this.asked) {
        this.asked = at;
        const before = kept.get(`all ${at}`) as T[] | undefined;
        this.items = before ?? [];
        this.total = before?.length ?? 0;
        this.ready = before !== undefined;
        this.problem = undefined;
      }
      const stop = new AbortController();
      this.busy = true;
      const load = async () => {
        const items: T[] = [];
        let cursor: string | null = null;
        do {
          const joined: string = `${at}${at.includes('?') ? '&' : '?'}limit=${pageSize}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
          const page: Page<T> = await get<Page<T>>(joined, stop.signal);
          items.push(...page.items);
          cursor = page.next;
          // What stood before stays until as much has come anew: a list does not shrink and grow under the eye.
          if (!this.ready || !cursor) this.items = [...items];
          this.total = page.total;
          if (!cursor) this.ready = true;
        } while (cursor);
        kept.set(`all ${at}`, items);
      };
      load()
        .then(() => (this.problem = undefined))
        .catch((failure: unknown) => {
          if (stop.signal.aborted) return;
          this.problem = failure instanceof Problem ? failure : new Problem(0, 'unreadable', String(failure), 'try again');
        })
        .finally(() => {
          if (!stop.signal.aborted) this.busy = false;
        });
      return () => stop.abort();
    });
  }
}

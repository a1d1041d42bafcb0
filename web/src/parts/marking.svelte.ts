// The marking of what is on the screen. Every component that shows something marked says so while it shows it; the bars at
// the top and the foot show all of that together.

import { untrack } from 'svelte';

import { bannerOf } from '../text/banner.ts';

class Shown {
  private entries = $state.raw<Map<symbol, string[]>>(new Map());
  /** The different markings on the screen. */
  all: string[] = $derived([...new Set([...this.entries.values()].flat().filter(Boolean))]);

  /** What the bars say. */
  banner: string = $derived(bannerOf(this.all));

  set(key: symbol, markings: string[]): void {
    const entries = new Map(this.entries);
    entries.set(key, markings);
    this.entries = entries;
  }

  drop(key: symbol): void {
    const entries = new Map(this.entries);
    entries.delete(key);
    this.entries = entries;
  }
}
export const shown = new Shown();

/** Says what is shown while a component lives. */
export function showsMarking(markings: () => (string | null | undefined)[]): void {
  const key = Symbol('shown');
  $effect(() => {
    const found = markings().filter((one): one is string => !!one);
    untrack(() => shown.set(key, [...new Set(found)]));
  });
  $effect(() => () => untrack(() => shown.drop(key)));
}

// Keys. A screen says which keys it takes while it is on; `?` shows them all. Letters do nothing while somebody types, and
// can be turned off altogether.
import { untrack } from 'svelte';

import { settings } from './theme.svelte.ts';

export interface Key {
  /** What is pressed: `j`, `Enter`, `g r` for one after the other. */
  keys: string;
  /** What it does, for the map of keys. */
  does: string;
  run: (event: KeyboardEvent) => void;
}

class KeyMap {
  groups = $state.raw<{ name: string; keys: Key[] }[]>([]);
}
export const keyMap = new KeyMap();

/** Takes keys while a component lives. */
export function takeKeys(name: string, keys: Key[]): void {
  $effect(() => {
    const group = { name, keys };
    untrack(() => (keyMap.groups = [...keyMap.groups, group]));
    return () => {
      untrack(() => (keyMap.groups = keyMap.groups.filter((other) => other !== group)));
    };
  });
}

let first: { key: string; at: number } | undefined;

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element?.closest?.('input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]');
}

/** Listens for keys until the returned function is called. */
export function startKeys(): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (!settings.keys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target) || document.querySelector('dialog[open]')) return;
    const key = event.key;
    const sequence = first && Date.now() - first.at < 1200 ? `${first.key} ${key}` : undefined;
    first = undefined;
    const all = keyMap.groups.flatMap((group) => group.keys).reverse();
    const meant = (sequence && all.find((one) => one.keys === sequence)) || all.find((one) => one.keys === key);
    if (meant) {
      // Enter and Space on a button or a link mean that button or link.
      if ((key === 'Enter' || key === ' ') && (event.target as HTMLElement).closest?.('button, a, summary, [role=row]')) return;
      event.preventDefault();
      meant.run(event);
    } else if (all.some((one) => one.keys.startsWith(`${key} `))) {
      first = { key, at: Date.now() };
    }
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

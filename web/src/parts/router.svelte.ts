// Where the desk is, and how it gets elsewhere without asking for a new page.
import { pathOf, read, type Place } from './route.ts';

class Router {
  path = $state(location.pathname);
  search = $state(location.search);
  place: Place = $derived(read(this.path));
  query: URLSearchParams = $derived(new URLSearchParams(this.search));
}

export const router = new Router();

/** Asked before leaving; one that answers false keeps the desk where it is. */
let guard: (() => boolean) | undefined;

/** Keeps unsaved words from being left by mistake; the returned function lifts that. */
export function guardLeaving(ask: () => boolean): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = undefined;
  };
}

/** Goes to an address. */
export function go(address: string, how: { replace?: boolean; keepScroll?: boolean } = {}): void {
  const to = new URL(address, location.href);
  const same = to.pathname === router.path;
  if (!same && guard && !guard()) return;
  if (to.href === location.href) return;
  history[how.replace ? 'replaceState' : 'pushState']({}, '', to);
  router.path = to.pathname;
  router.search = to.search;
  if (!same && !how.keepScroll) {
    document.getElementById('main')?.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }
}

/** The same room with another query; what is empty goes. */
export function setQuery(changes: Record<string, string | null | undefined>, replace = true): void {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(changes)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const text = query.toString();
  go(router.path + (text ? `?${text}` : ''), { replace });
}

/** The address of a place with a query. */
export function href(place: Place, query: Record<string, string | null | undefined> = {}): string {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) asked.set(key, value);
  const text = asked.toString();
  return pathOf(place) + (text ? `?${text}` : '');
}

/** Makes links of the desk, and the browser's back and forward, move within it. */
export function startRouter(): () => void {
  const moved = () => {
    router.path = location.pathname;
    router.search = location.search;
  };
  const clicked = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const anchor = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | SVGAElement | null;
    if (!anchor || anchor.hasAttribute('download') || anchor.getAttribute('target')) return;
    const address = anchor.getAttribute('href') ?? '';
    if (!address.startsWith('/') || address.startsWith('/api/')) return;
    event.preventDefault();
    go(address);
  };
  addEventListener('popstate', moved);
  document.addEventListener('click', clicked);
  return () => {
    removeEventListener('popstate', moved);
    document.removeEventListener('click', clicked);
  };
}

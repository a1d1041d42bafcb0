// News from the server: what others changed shows without asking. One stream for the whole desk.
import { changed } from './loaded.svelte.ts';
import { standing } from './standing.svelte.ts';

let stream: EventSource | undefined;
let soon: ReturnType<typeof setTimeout> | undefined;

/** Begins to listen; does nothing where it listens already. */
export function listen(): void {
  if (stream) return;
  stream = new EventSource('/api/v1/events');
  stream.addEventListener('changed', () => {
    // Several changes in one go are one change on the screen.
    clearTimeout(soon);
    soon = setTimeout(changed, 150);
  });
  stream.onopen = () => {
    standing.lost = false;
  };
}

/** Stops listening: somebody signs out. */
export function deaf(): void {
  stream?.close();
  stream = undefined;
}

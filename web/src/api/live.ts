// News from the server: what others changed shows without asking. One stream for the whole desk.
import { changed } from './loaded.svelte.ts';
import { standing } from './standing.svelte.ts';

/** How far an upload has got on the server. */
export interface Progress {
  upload: string;
  done: number;
  of: number;
}

const listeners = new Set<(progress: Progress) => void>();
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
  stream.addEventListener('progress', (event) => {
    const progress = JSON.parse((event as MessageEvent<string>).data) as Progress;
    for (const listener of listeners) listener(progress);
  });
  stream.onopen = () => {
    if (standing.lost) changed();
    standing.lost = false;
  };
}

/** Stops listening: somebody signs out. */
export function deaf(): void {
  stream?.close();
  stream = undefined;
}

/** Tells of progress until the returned function is called. */
export function onProgress(listener: (progress: Progress) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

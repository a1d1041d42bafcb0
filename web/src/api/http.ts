// The one place that talks to the server. Everything it knows of the session stands here: the token that writes send back,
// whether the session has ended, whether the wire is down, and by how much the clocks differ.
import { lost, Problem, problemIn } from './problem.ts';
import { standing } from './standing.svelte.ts';

const base = '/api/v1';

/** What a query holds; what is empty or not given is left out. */
export type Query = Record<string, string | number | boolean | string[] | null | undefined>;

/** `path` below the API with its query; the parts of the path must be encoded already. */
export function address(path: string, query: Query = {}): string {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) asked.append(key, one);
    else if (value !== undefined && value !== null && value !== '' && value !== false) asked.append(key, String(value));
  }
  const text = asked.toString();
  return text ? `${path}?${text}` : path;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(base + path, { credentials: 'same-origin', ...init });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    standing.lost = true;
    throw lost();
  }
  standing.lost = false;
  standing.heard(answer.headers.get('date'));
  if (answer.ok) return answer;
  const problem = await problemIn(answer);
  // Only a session that was there can end.
  if (problem.status === 401 && path !== '/login' && standing.csrf) standing.ended = true;
  throw problem;
}

/** Reads. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await send(path, { headers: { accept: 'application/json' }, signal: signal ?? null });
  return (await answer.json()) as T;
}

/** Writes; the answer is what is there now, or nothing. */
export async function write<T = unknown>(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (standing.csrf) headers['x-csrf-token'] = standing.csrf;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await send(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Sends one file and tells how much of it has gone. A wire that breaks is a problem like any other. */
export function upload<T>(path: string, file: Blob, sent: (share: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    // fetch cannot say how much of a body has gone.
    const request = new XMLHttpRequest();
    request.open('POST', base + path);
    request.setRequestHeader('accept', 'application/json');
    if (standing.csrf) request.setRequestHeader('x-csrf-token', standing.csrf);
    request.upload.onprogress = (event) => event.lengthComputable && sent(event.loaded / event.total);
    request.onerror = () => {
      standing.lost = true;
      failed(lost());
    };
    request.onabort = () => failed(new Problem(0, 'stopped', 'stopped', ''));
    request.onload = () => {
      standing.lost = false;
      const answer = new Response(request.responseText, { status: request.status || 502 });
      if (answer.ok) done((request.responseText ? JSON.parse(request.responseText) : undefined) as T);
      else
        void problemIn(answer).then((problem) => {
          if (problem.status === 401 && standing.csrf) standing.ended = true;
          failed(problem);
        });
    };
    signal?.addEventListener('abort', () => request.abort());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}

/** The address of something to be saved: the browser fetches it itself. */
export function link(path: string): string {
  return base + path;
}

// What went wrong, as the server says it (RFC 9457), or as the desk must say it where no server answered.

/** A problem with a way out. */
export class Problem extends Error {
  constructor(
    /** The HTTP status; 0 where nothing answered. */
    readonly status: number,
    /** The server's name for it, such as `conflict`. */
    readonly code: string,
    /** What is wrong. */
    message: string,
    /** The way out. */
    readonly hint: string,
    /** What else the answer held: `yours` and `theirs` of a conflict. */
    readonly more: Record<string, unknown> = {},
  ) {
    super(message);
  }

  /** Whether nothing answered: the wire, or the server, is down. */
  get lost(): boolean {
    return this.status === 0;
  }

  /** Whether somebody else changed the thing in the meantime. */
  get conflict(): boolean {
    return this.status === 409 || this.status === 412;
  }

  /** Whether it is not there, or not to be known of. */
  get absent(): boolean {
    return this.status === 404;
  }
}

/** The problem in an answer that is not what was asked for. */
export async function problemIn(answer: Response): Promise<Problem> {
  let body: Record<string, unknown> = {};
  try {
    body = (await answer.json()) as Record<string, unknown>;
  } catch {
    // An answer without a body that can be read is told by its status alone.
  }
  const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '');
  const message = text('detail') || text('message') || text('title') || `the server answered ${answer.status}`;
  return new Problem(answer.status, text('code') || String(answer.status), message, text('hint') || hintFor(answer.status), body);
}

/** Nothing answered. */
export function lost(): Problem {
  return new Problem(0, 'connection-lost', 'the server does not answer', 'what you typed is kept here; it is tried again as soon as the server answers');
}

function hintFor(status: number): string {
  if (status === 401) return 'sign in again; what you typed is kept';
  if (status === 403) return 'ask somebody whose role allows it';
  if (status === 404) return 'it is not there, or it is not for you to see';
  if (status === 429) return 'wait a moment and try again';
  if (status >= 500) return 'try again; if it stays so, the server’s log says more';
  return '';
}

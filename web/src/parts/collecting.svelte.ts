// Files on their way into a case: one after the other, each with how far it is. One that broke off keeps its file and can be
// sent again; bytes that are there already are known by their hash, so that sending twice does no harm.
import { collected, type Collected } from '../api/acts.ts';
import { onProgress } from '../api/live.ts';
import { Problem } from '../api/problem.ts';

export interface Sending {
  id: string;
  file: File;
  caseId: string;
  state: 'waits' | 'goes' | 'read' | 'done' | 'failed';
  /** How much of it has gone, 0 to 1. */
  sent: number;
  /** What became of it, or why nothing did. */
  note: string;
  result?: Collected;
}

class Collecting {
  open = $state(false);
  list = $state<Sending[]>([]);
  how = $state({ marking: '', date: '', outlet: '' });
  running = $state(false);
  private stop: AbortController | undefined;

  get failed(): Sending[] {
    return this.list.filter((one) => one.state === 'failed');
  }

  add(caseId: string, files: Iterable<File>): void {
    for (const file of files) this.list.push({ id: crypto.randomUUID(), file, caseId, state: 'waits', sent: 0, note: '' });
    this.open = true;
  }

  again(): void {
    for (const one of this.failed) {
      one.state = 'waits';
      one.note = '';
      one.sent = 0;
    }
    void this.run();
  }

  clear(): void {
    this.list = this.list.filter((one) => one.state === 'goes' || one.state === 'read');
  }

  halt(): void {
    this.stop?.abort();
    for (const one of this.list) if (one.state === 'waits') one.state = 'failed';
  }

  /** Sends what waits. A wire that is down leaves the rest waiting to be sent again, by a press of a button. */
  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.stop = new AbortController();
    const deaf = onProgress((progress) => {
      const one = this.list.find((sending) => sending.id === progress.upload);
      if (one) one.note = `read ${progress.done} of ${progress.of}`;
    });
    try {
      for (;;) {
        const one = this.list.find((sending) => sending.state === 'waits');
        if (!one) break;
        one.state = 'goes';
        try {
          const how = { ...this.how, upload: one.id };
          one.result = await collected(one.caseId, one.file, how, (share) => {
            one.sent = share;
            if (share >= 1) one.state = 'read';
          }, this.stop.signal);
          one.state = 'done';
          one.sent = 1;
          one.note = told(one.result);
        } catch (failure) {
          const problem = failure instanceof Problem ? failure : new Problem(0, 'failed', String(failure), '');
          one.state = 'failed';
          one.note = `${problem.message}. ${problem.hint}`;
          if (problem.lost || problem.status === 401) {
            for (const other of this.list) {
              if (other.state === 'waits') {
                other.state = 'failed';
                other.note = 'waits for the server';
              }
            }
          }
        }
      }
    } finally {
      deaf();
      this.running = false;
    }
  }
}

function told(result: Collected | undefined): string {
  if (!result) return 'taken';
  const parts: string[] = [];
  const claims = result.added?.reduce((sum, one) => sum + (one.claims ?? 0), 0) ?? 0;
  if (result.added?.length) parts.push(`${result.added.length} added${claims ? ` with ${claims} claims` : ''}`);
  if (result.already?.length) parts.push(`${result.already.length} already there`);
  for (const one of result.aside ?? []) parts.push(`set aside: ${one.why}`);
  return parts.join(', ') || 'nothing new in it';
}

export const collecting = new Collecting();

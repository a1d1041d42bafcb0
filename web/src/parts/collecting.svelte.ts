// Files on their way into a case: one after the other, each with how far it is. One that broke off keeps its file and can be
// sent again; bytes that are there already are known by their hash, so that sending twice does no harm.
import { collected, type Taken } from '../api/acts.ts';
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
  result?: Taken;
}

class Collecting {
  open = $state(false);
  list = $state<Sending[]>([]);
  how = $state({ marking: '', date: '', outlet: '', owner: '', protection: '' });
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
    try {
      for (;;) {
        const one = this.list.find((sending) => sending.state === 'waits');
        if (!one) break;
        one.state = 'goes';
        try {
          one.result = await collected(one.caseId, one.file, this.how, (share) => {
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
      this.running = false;
    }
  }
}

function told(taken: Taken | undefined): string {
  const documents = taken?.documents ?? [];
  const of = (outcome: string) => documents.filter((one) => one.outcome === outcome);
  const parts: string[] = [];
  const added = of('added');
  const claims = added.reduce((sum, one) => sum + (one.claims ?? 0), 0);
  if (added.length) parts.push(`${added.length} added with ${claims} claims`);
  if (of('held').length) parts.push(`${of('held').length} already there`);
  for (const one of documents) {
    if (one.raised) parts.push(`${one.name} came in as ${one.raised}`);
    if (one.outcome === 'refused') parts.push(`refused: ${one.why ?? one.problems.join(', ')}`);
    if (one.outcome === 'aside') parts.push(`set aside: ${one.why ?? one.problems.join(', ')}`);
  }
  return parts.join('; ') || 'nothing was found in it';
}

export const collecting = new Collecting();

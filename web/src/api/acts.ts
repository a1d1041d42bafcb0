// Everything that the desk can have the server do, one function an act: the only place that knows the addresses of writes.
// Each says afterwards that something changed, so that what is on the screen asks again.
import { upload, write } from './http.ts';
import { changed } from './loaded.svelte.ts';
import type { Case } from './nouns.ts';

const of = (id: string) => `/cases/${encodeURIComponent(id)}`;
const part = encodeURIComponent;

async function act<T = unknown>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const answer = await write<T>(method, path, body);
  changed();
  return answer;
}

/** Opens a case. */
export const opened = (question: string, marking: string) => act<Case>('POST', '/cases', { question, marking });

/** What became of files that were collected. */
export interface Collected {
  added: { sha256: string; name: string; claims?: number }[];
  already: { sha256?: string; name: string }[];
  aside: { name: string; why: string }[];
}

/** Collects one file; `sent` hears how much of it has gone. */
export async function collected(id: string, file: File, how: { marking?: string; date?: string; outlet?: string; upload: string }, sent: (share: number) => void, signal?: AbortSignal): Promise<Collected> {
  const form = new FormData();
  form.set('upload', how.upload);
  if (how.marking) form.set('marking', how.marking);
  if (how.date) form.set('date', how.date);
  if (how.outlet) form.set('outlet', how.outlet);
  form.append('file', file, file.name);
  const answer = await upload<Collected>(`${of(id)}/documents`, form, sent, signal);
  changed();
  return answer;
}

/** What a person states of a claim, where it differs from what was read. */
export interface Restated {
  source?: string;
  cue?: string;
  content?: string;
  name?: string;
  kind?: string;
  stance?: string;
  polarity?: string;
  certainty?: [number, number];
  stage?: string;
}

/** Accepts, rejects or edits a claim. `seen` is the last review that was on the screen: another in between is a conflict. */
export const reviewed = (id: string, claim: string, verdict: 'accepted' | 'rejected' | 'edited', more: { version?: Restated; why?: string; seen?: string | null }) =>
  act('POST', `${of(id)}/claims/${part(claim)}/review`, { verdict, ...more });

/** Adds a claim that was not read. */
export const claimAdded = (id: string, document: string, version: Restated, why: string) => act('POST', `${of(id)}/claims`, { document, ...version, why });

/** Says how credible a claim is, 1 to 6. */
export const rated = (id: string, claim: string, credibility: number, why: string) => act('POST', `${of(id)}/claims/${part(claim)}/rating`, { credibility, why });

/** Says that two documents have one origin, or have not. */
export const linked = (id: string, one: string, other: string, together: boolean, why: string) => act('POST', `${of(id)}/links`, { one, other, together, why });

/** Says that two names are one actor, or are not. */
export const actorLinked = (id: string, one: string, other: string, together: boolean, why: string) => act('POST', `${of(id)}/actors/links`, { one, other, together, why });

export const hypothesisStated = (id: string, body: { key: string; text: string; prior: number; why: string }) => act('POST', `${of(id)}/hypotheses`, body);
export const horizonSet = (id: string, on: string, how: string) => act('POST', `${of(id)}/horizon`, { on, how });
export const assumed = (id: string, text: string, if_wrong: string) => act('POST', `${of(id)}/assumptions`, { text, if_wrong });

/** Likelihoods by the key of the hypothesis, as `.6-.8`. */
export type Likelihoods = Record<string, string>;

export const evidenceEntered = (id: string, body: { root: string; claims: string[]; likelihoods?: Likelihoods; grade?: string; interested?: boolean; unknown_origin?: boolean; why: string }) =>
  act('POST', `${of(id)}/evidence`, body);
export const evidenceRestated = (id: string, root: string, likelihoods: Likelihoods, why: string) => act('POST', `${of(id)}/evidence/${part(root)}/restate`, { likelihoods, why });
export const evidenceWithdrawn = (id: string, root: string, why: string) => act('POST', `${of(id)}/evidence/${part(root)}/withdraw`, { why });
export const evidenceRestored = (id: string, root: string, why: string) => act('POST', `${of(id)}/evidence/${part(root)}/restore`, { why });

/** Says whether a claim shows an indicator. */
export const matchDecided = (id: string, indicator: string, claim: string, shows: boolean, why: string) =>
  act('POST', `${of(id)}/indicators/${part(indicator)}/matches/${part(claim)}`, { shows, why });

export const forecastGiven = (id: string, probabilities: Record<string, number>, why: string) => act('POST', `${of(id)}/forecasts`, { probabilities, why });

export const disclosureProposed = (id: string, body: { purpose: string; audience: string; channel: string; title?: string | undefined }) => act<{ id: string }>('POST', `${of(id)}/disclosures`, body);
export const lineDrafted = (id: string, disclosure: string, body: { text: string; claims: string[]; judgement?: string | undefined; seen: string }) =>
  act('POST', `${of(id)}/disclosures/${part(disclosure)}/lines`, body);
export const lineReworded = (id: string, disclosure: string, line: string, body: { text: string; claims: string[]; seen: string }) =>
  act('PATCH', `${of(id)}/disclosures/${part(disclosure)}/lines/${part(line)}`, body);
export const lineDropped = (id: string, disclosure: string, line: string, seen: string) => act('DELETE', `${of(id)}/disclosures/${part(disclosure)}/lines/${part(line)}`, { seen });
export const ownersAsked = (id: string, disclosure: string, body: { line?: string; owner?: string; for: string }) => act('POST', `${of(id)}/disclosures/${part(disclosure)}/asks`, body);
export const consented = (id: string, disclosure: string, body: { line: string; owner: string; answer: 'concur' | 'object' | 'change'; words?: string }) =>
  act('POST', `${of(id)}/disclosures/${part(disclosure)}/consents`, body);
export const approved = (id: string, disclosure: string, draft: string, why: string) => act('POST', `${of(id)}/disclosures/${part(disclosure)}/approvals`, { draft, why });
export const issued = (id: string, disclosure: string, draft: string) => act('POST', `${of(id)}/disclosures/${part(disclosure)}/issue`, { draft });
export const wayChosen = (id: string, disclosure: string, way: string, why: string) => act('POST', `${of(id)}/disclosures/${part(disclosure)}/choice`, { way, why });
export const withheld = (id: string, disclosure: string, why: string) => act('POST', `${of(id)}/disclosures/${part(disclosure)}/withhold`, { why });

// Everything that the desk can have the server do, one function an act: the only place that knows the addresses of writes.
// Each says afterwards that something changed, so that what is on the screen asks again. `seen` is what was on the screen when
// somebody decided: if it is not what is there any more, the server answers with both and writes nothing.
import { address, upload, write } from './http.ts';
import { changed } from './loaded.svelte.ts';
import type { CoverLine } from './cover.ts';
import type { Band } from './nouns.ts';
import type { components } from './openapi.d.ts';

type Made = components['schemas'];
const of = (id: string) => `/cases/${encodeURIComponent(id)}`;
const part = encodeURIComponent;

async function act<T = unknown>(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const answer = await write<T>(method, path, body);
  changed();
  return answer;
}

/** Opens a case; answers its id. */
export const opened = (question: string, marking: string) => act<Made['Done']>('POST', '/cases', { question, marking });

/** What became of a file that was collected. */
export interface Taken {
  documents: Made['Became'][];
}

/** Collects one file; `sent` hears how much of it has gone. */
export async function collected(id: string, file: File, how: { marking?: string; date?: string; outlet?: string; owner?: string; protection?: string }, sent: (share: number) => void, signal?: AbortSignal): Promise<Taken> {
  const answer = await upload<Taken>(address(`${of(id)}/uploads`, { name: file.name, ...how }), file, sent, signal);
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
const words = { accepted: 'accept', rejected: 'reject', edited: 'edit' } as const;

/** Accepts, rejects or edits a claim. `seen` is how many reviews were on the screen. */
export const reviewed = (id: string, claim: string, verdict: keyof typeof words, more: { version?: Restated; why?: string; seen: number }) =>
  act('POST', `${of(id)}/claims/${part(claim)}/reviews`, { verdict: words[verdict], seen: more.seen, why: more.why ?? '', ...(more.version ? { correction: more.version } : {}) });

/** Adds a claim that was not read. */
export const claimAdded = (id: string, document: string, claim: Restated, why: string) => act('POST', `${of(id)}/documents/${part(document)}/claims`, { claim, why });

/** Says how credible a claim is, 1 to 6. */
export const rated = (id: string, claim: string, credibility: number, why: string) => act('POST', `${of(id)}/claims/${part(claim)}/ratings`, { credibility, why });

/** Says that two documents have one origin, or have not. */
export const linked = (id: string, one: string, other: string, joined: boolean, why: string) => act('POST', `${of(id)}/links`, { one, other, joined, why });

/** Says that two names are one actor, or are not. */
export const actorLinked = (id: string, one: string, other: string, joined: boolean, why: string) => act('POST', `${of(id)}/actor-links`, { one, other, joined, why });

export const hypothesisStated = (id: string, body: { key: string; text: string; prior: number; why: string }) => act('POST', `${of(id)}/hypotheses`, body);
export const horizonSet = (id: string, on: string, how: string) => act('PUT', `${of(id)}/horizon`, { on, how });
export const assumed = (id: string, text: string, if_wrong: string) => act('POST', `${of(id)}/assumptions`, { text, if_wrong });

/** P(e|h) by the key of each hypothesis. */
export type Likelihoods = [string, Band][];

/** What a root of evidence is entered with; without likelihoods its claims are echoes of one of that name. */
export interface NewRoot {
  name: string;
  claims: string[];
  likelihoods?: Likelihoods;
  grade?: string;
  interested?: boolean;
  unknown_origin?: boolean;
  why: string;
}
export const evidenceEntered = (id: string, body: NewRoot) => act('POST', `${of(id)}/evidence`, body);
/** States the likelihoods of a root anew; `seen` are those that were on the screen, by the ids of the hypotheses. */
export const evidenceRestated = (id: string, root: string, likelihoods: Likelihoods, why: string, seen: Likelihoods) => act('POST', `${of(id)}/evidence/${part(root)}/likelihoods`, { likelihoods, why, seen });
export const evidenceWithdrawn = (id: string, root: string, why: string) => act('POST', `${of(id)}/evidence/${part(root)}/withdrawal`, { why });
export const evidenceRestored = (id: string, root: string, why: string) => act('POST', `${of(id)}/evidence/${part(root)}/withdrawal`, { back: true, why });

/** Says that a claim shows an indicator, and so becomes this root; or that it does not. */
export const matchShows = (id: string, indicator: string, root: NewRoot) => act('POST', `${of(id)}/indicators/matches`, { indicator, root });
export const matchRejected = (id: string, indicator: string, claim: string, why: string) => act('POST', `${of(id)}/indicators/matches`, { indicator, reject: claim, why });

export const forecastGiven = (id: string, probabilities: [string, number][], why: string) => act('POST', `${of(id)}/forecasts`, { probabilities, why });

const at = (id: string, disclosure: string) => `${of(id)}/disclosures/${part(disclosure)}`;
export const disclosureProposed = (id: string, body: { purpose: string; audience: string; channel: string; title?: string | undefined }) => act<{ id: string }>('POST', `${of(id)}/disclosures`, body);
export const lineDrafted = (id: string, disclosure: string, body: { text: string; claims: string[]; judgement?: string | undefined; place?: unknown }) => act('POST', `${at(id, disclosure)}/lines`, body);
/** Changes a line; `seen` are its words as they were on the screen. */
export const lineReworded = (id: string, disclosure: string, line: string, body: { text: string; claims: string[]; judgement?: string | null | undefined; seen: string; why?: string }) => act('PUT', `${at(id, disclosure)}/lines/${part(line)}`, body);
export const lineDropped = (id: string, disclosure: string, line: string, seen: string, why: string) => act('POST', `${at(id, disclosure)}/lines/${part(line)}/drop`, { seen, why });
export const ownersAsked = (id: string, disclosure: string, purpose: string) => act('POST', `${at(id, disclosure)}/asks`, { purpose, mode: 'disclosure' });
export const consented = (id: string, disclosure: string, line: string, body: { owner: string; verdict: 'concurs' | 'objects' | 'change'; why: string; seen: string }) =>
  act('POST', `${at(id, disclosure)}/lines/${part(line)}/consents`, body);
export const approved = (id: string, disclosure: string, seen: string, why: string) => act('POST', `${at(id, disclosure)}/approvals`, { seen, why });
export const issued = (id: string, disclosure: string, seen: string) => act('POST', `${at(id, disclosure)}/issue`, { seen });
export const withheld = (id: string, disclosure: string, why: string) => act('POST', `${at(id, disclosure)}/withhold`, { why });
export const alone = (id: string, disclosure: string, why: string) => act('POST', `${at(id, disclosure)}/alone`, { why });
export const wayChosen = (id: string, disclosure: string, way: string, why: string) => act('POST', `${at(id, disclosure)}/choice`, { way, why });
export const wayStated = (id: string, disclosure: string, body: { way: string; gain: string; cost: string; reveals: string }) => act('POST', `${at(id, disclosure)}/options`, body);
export const lowered = (id: string, disclosure: string, line: string, body: { to: string; authority?: string; why: string }) => act('POST', `${at(id, disclosure)}/lines/${part(line)}/lowerings`, body);
export const timed = (id: string, disclosure: string, body: { wanted?: string; embargo?: string; expires?: string }) => act('PUT', `${at(id, disclosure)}/schedule`, body);

/** States an indicator: what a claim must hold, within which days, how likely under each hypothesis. */
export const indicatorStated = (id: string, body: { text: string; pattern: Record<string, string>; from?: string; until?: string; likelihoods: Likelihoods; why: string }) => act('POST', `${of(id)}/indicators`, body);

/** What is entered in the house register. */
export const sourceEntered = (body: { name: string; names: string[]; kind?: string; owners: string[]; protection?: string; access?: string; bias?: string; marking?: string; why: string }) => act('POST', '/sources', body);
export const sourceGraded = (source: string, reliability: string, why: string) => act('POST', `/sources/${part(source)}/grades`, { reliability, why });
export const warningEntered = (body: { by: string; to: string; date: string; place?: string; words: string; marking?: string; why: string }) => act('POST', '/warnings', body);
export const warningAnswered = (warning: string, words: string, date: string) => act('POST', `/warnings/${part(warning)}/answers`, { words, date });
export const mandateGiven = (body: { person: string; role: unknown; until?: string; revoked?: boolean; marking?: string; why: string }) => act('POST', '/mandates', body);

/** Tries words: what the other side would make of them. Nothing is entered, so that nothing on the screen asks again. */
export const wordsTried = (id: string, disclosure: string, body: { line?: string; text: string; claims?: string[] }) => write<CoverLine>('POST', `${at(id, disclosure)}/cover/tried`, body);
export const draftCleared = (id: string, disclosure: string, seen: string, why: string) => act('POST', `${at(id, disclosure)}/clear`, { seen, why });
export const coverWaived = (id: string, disclosure: string, seen: string, owner: string, why: string) => act('POST', `${at(id, disclosure)}/waive`, { seen, owner, why });

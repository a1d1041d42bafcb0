// The nouns of the API as the screens use them: made from the contract where it says what they hold, else written here. Names and meanings are those of the commands' JSON.

export type * from './judged.ts';
import type { components } from './openapi.d.ts';

type Made = components['schemas'];

export type Me = Made['Me'];
export type Case = Made['Case'];
export type Document = Made['Document'];
export type Cluster = Made['DocumentRoot'];
export type ClaimRoot = Made['ClaimRoot'];
export type Actor = Made['Actor'];
/** Something on the timeline: a claim or an event on its day; `stated` where the text gives the day. */
export type Happening = Made['Moment'];
export type Transfer = Made['Transfer'];
/** What falls due. */
export type Due = Made['Due'];
export type Match = Made['Match'];
export type LogEntry = Made['Entry'];
export type Mandate = Made['Mandate'];
export type PacketFile = Made['PacketFile'];
export type Next = Made['Next'];
/** A day on which something came. */
export type DayOfJudgement = Made['Day'] & { day: string };

export type Span = [number, number];

export interface Hit extends Omit<Made['Hit'], 'snippet'> {
  snippet: { text: string; span: Span; marks: Span[] };
}

export interface Words {
  text: string;
  spans: Span[];
}

export interface Review {
  id: string;
  verdict: 'accepted' | 'rejected' | 'edited' | 'added';
  author: string;
  at: number;
  why: string;
  seen?: ClaimVersion;
  version?: ClaimVersion;
}

export interface ClaimVersion {
  source: Words & { kind: string; resolved?: string | null; actor?: string | null };
  cue: Words & { lemma?: string };
  content: Words & { quoted?: string };
  stance: string;
  polarity: string;
  certainty: { words: string; low: number; high: number };
  stage: string;
}

export interface Claim extends ClaimVersion {
  claim: string;
  id: string;
  document: string;
  name: string;
  outlet: string | null;
  date: string | null;
  marking: string;
  owners: string[];
  protection: string;
  sentence: number;
  within: string | null;
  time: string | null;
  registered?: { id: string; name: string; reliability: string };
  reviews?: Review[];
  read?: ClaimVersion;
  ratings?: { credibility: number; author: string; why: string }[];
}

export interface Event {
  id: string;
  type: string;
  actor: string | null;
  target: string | null;
  status: string;
  claim?: string;
  time?: string;
  place?: string;
  span: Span;
}

export interface Reading {
  document: Document;
  language: string | null;
  url?: string | null;
  text: string;
  passages: unknown;
  claims: Claim[];
  actors: { id: string; name: string; kind: string; country: string | null; roles: string[]; mentions: Span[] }[];
  places: { id: string; name: string; country?: string; mentions: Span[] }[];
  times: { id: string; text: string; span: Span; type: string; value: string }[];
  events: Event[];
  transfers: { supplier: string; recipient: string; goods: string; class: string; status: string; span: Span; claim?: string }[];
  problems: { kind: string; message: string; span?: Span }[];
  translation_of?: string | null;
}

export interface Search {
  hits: Hit[];
  count: number;
  more: boolean;
  facets: { facet: string; value: string; documents: number }[];
}

export interface ActorPage {
  actor: Actor;
  claims: Claim[];
  events: Happening[];
  transfers: Transfer[];
  beside: { name: string; documents: number }[];
}

export interface Transfers {
  cells: Made['Cell'][];
  transfers: Transfer[];
  marking?: string;
}

/** Where a line stands: below the tearline where nothing is said, above it, or the answer to a question. */
export type PlaceOfLine = 'below' | 'above' | { answer: { question: string } };

export interface Line {
  id: string;
  text: string;
  claims: string[];
  author: string;
  portion: string;
  inherited: string;
  place?: PlaceOfLine;
  judgement?: string | null;
  awaits: string[];
  support: number;
  /** What the packet says of the sources of the line, beside it. */
  sourcing?: string;
  /** What an earlier version of it demanded, where that was more. */
  formerly?: string;
  owners: [string, string][];
  faults: { rule: string; message: string }[];
  /** What was said before that covers these words, where the server tells. */
  cover?: { how?: string; why?: string; release?: string; text?: string }[] | null;
  /** What the words would tell together with what was said before, where the server tells. */
  mosaic?: { why?: string; text?: string; with?: string }[] | null;
}

export interface Disclosure {
  id: string;
  purpose: string;
  title?: string | null;
  audience: string;
  channel: string;
  author: string;
  proposed: number;
  onward?: string | null;
  version_of?: string | null;
  schedule?: { wanted?: unknown; embargo?: unknown; expires?: unknown; against?: [string, unknown][] } | null;
  chosen?: { way: string; why: string; author: string } | null;
  asks?: { owner: string; line: string; words: string; purpose?: string; author: string }[];
  issuer?: string | null;
  terms?: string;
  amends?: { disclosure: string; how: string; why: string } | null;
  authority?: { classified_by: string; reason?: string; derived_from?: string; declassify_on: string } | null;
  /** What the packet says of the sources of the whole. */
  sources?: string[];
  /** How far its judgement can be relied on, as the packet says it. */
  confidence?: string | null;
  alone?: string | null;
  withheld?: string | null;
  approvals: { author: string; at: number; draft: string }[];
  issued: boolean;
  banner: string;
  marking: string;
  of_lines: Line[];
  draft: string;
  missing: string | null;
}

export interface Way {
  way: string;
  chosen: boolean;
  audience: string;
  /** How many of its lines may be said so, of how many. */
  lines: [number, number];
  must_agree: string[];
  gain: string;
  cost: string;
  reveals: string;
  why: string;
}

export interface Version {
  sentence: number;
  disclosure: string;
  audience: string;
  portion: string;
  text: string;
}

export interface Shown {
  at: number;
  when: string;
  to: string;
  what: string;
  id: string;
  title: string;
  marking: string;
  terms: string;
  by: string;
  standing: string;
}

export interface Source {
  id: string;
  name: string;
  names: string[];
  kind: string;
  reliability: string;
  owners: string[];
  protection: string;
  access: string;
  bias: string;
  marking: string;
  sealed: number;
  erased: boolean;
  grades: { grade?: string; reliability?: string; why: string; author: string; at: number }[];
}

export interface Warning {
  id: string;
  by: string;
  to: string;
  date: string;
  place?: string;
  words: string;
  marking: string;
  answers: { words: string; date: string }[];
}

export interface Release {
  id: string;
  title: string;
  by: string;
  date: string;
  audience: string;
  url?: string | null;
  sha256?: string | null;
}


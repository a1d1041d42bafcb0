// The nouns of weighing: hypotheses, evidence, what they come to, and why.
import type { Next } from './nouns.ts';

export interface Hypothesis {
  id: string;
  key: string;
  text: string;
  prior: number;
  why: string;
}

export interface Assumption {
  id: string;
  text: string;
  if_wrong: string;
}

export interface Hypotheses {
  hypotheses: Hypothesis[];
  horizon: string | null;
  how: string | null;
  assumptions: Assumption[];
}

export interface Band {
  low: number;
  high: number;
}

export interface Readout {
  hypothesis: string;
  probability: number;
  interval: [number, number];
  ambiguity: number;
  conflict: number;
  confidence: 'low' | 'moderate' | 'high';
  basis: string;
}

export interface Weighed {
  method: string;
  readouts: Readout[];
  ledger: { root: string; weight: number[]; moved: number[] }[];
  entropy: number;
}

export interface Root {
  id: string;
  name: string;
  grade?: string | null;
  counts_as_grade?: string | null;
  kind: string;
  origin: string;
  likelihoods: [string, Band][];
  claims: string[];
  why: string;
  date: string | null;
  author: string;
  at: number;
  /** None where the grade is F and there is no record. */
  trust?: number | null;
  matrix: string[];
  diagnosticity: number;
  silence?: boolean;
  split_from_other?: boolean;
  interested?: boolean;
  certainty?: number;
  indicator?: string;
  source?: string | null;
  marking?: string;
}

export interface Judgement {
  marking: string;
  horizon: string | null;
  assumptions: Assumption[];
  hypotheses: Hypothesis[];
  judgement: Weighed;
  unknown_origins_apart: Weighed;
  grade_f_half_believed: Weighed;
  opinions: [number, number, number][];
  words: string[];
  roots: Root[];
  indicators: { text: string; standing: string }[];
  set_aside: { name?: string; why?: string }[];
}

export interface Why {
  marking: string;
  hypothesis: string;
  before: number;
  after: number;
  movers: { root: string; date: string | null; happened: string; moved: number; why: string }[];
  without: { what: string; source: boolean; without: number; if_false: number; falls_silent?: string[] }[];
  needed: [number, number][];
  next: Next[];
}

export interface Indicator {
  id: string;
  text: string;
  pattern: Record<string, string>;
  from?: string | null;
  until?: string | null;
  likelihoods: [string, Band][];
  why: string;
  standing: string;
  marking: string;
}

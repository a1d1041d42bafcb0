// What the other side makes of a draft, as the API tells it: figures only where the viewer may know them.

export interface Rung {
  grain: string;
  /** The words; empty where nothing of it is said. */
  words: string;
  bits: number;
  /** The line with it, where a sentence can be made of it. */
  line: string | null;
  k: number | null;
  m: number | null;
}

export interface Detail {
  slot: string;
  text: string;
  /** The part of the draft in which it stands, where that is around the line: title, question, correction. */
  part?: string;
  /** Who knows it, where somebody guarded must be asked for it. */
  knows: string[] | null;
  known_to: number | null;
  rungs: Rung[];
}

export interface CoverLine {
  text: string;
  portion: string;
  sight: 'not-asked' | 'ask-security' | 'shown';
  details: Detail[];
  figures: { alone: number; k: number; m: number | null; known: boolean; suspects: string[]; open: number; breaks: number | null } | null;
}

export interface MosaicRow {
  claim: string;
  text: string;
  m: number;
  alone: number;
  before: number;
  line: number | null;
  inferable: [string, string][];
  below: boolean;
}

export interface Cover {
  least_k: number;
  least_m: number;
  cleared: boolean;
  lines: CoverLine[];
  whole: { k: number; whom: string | null; known: boolean; reached: boolean; mosaic: MosaicRow[]; waivers: string[] } | null;
}

export interface Ladder {
  cover: Cover;
  suggested: { lines: (string | null)[]; rungs: (number[] | null)[]; kept: number; k: number | null; read: number | null; collapses: boolean } | null;
}

export interface Guard {
  asks: boolean;
  found: { line: number | null; part: string; words: string; tier: 'same' | 'near' | 'meaning'; owners: string[]; missing: string[]; stops: boolean }[];
}

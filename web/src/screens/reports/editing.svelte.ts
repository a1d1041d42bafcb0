// The editing of one claim, or the making of a new one, by words selected in the text. It lives outside the list of claims,
// so that nothing that is fetched anew takes away what was typed.
import type { Restated } from '../../api/acts.ts';
import type { Claim } from '../../api/nouns.ts';
import { say } from '../../parts/say.svelte.ts';
import type { Part } from '../../text/runs.ts';

export interface Fields {
  source: string;
  cue: string;
  content: string;
  name: string;
  kind: string;
  stance: string;
  polarity: string;
  stage: string;
  low: number;
  high: number;
}

const blank: Fields = { source: '', cue: '', content: '', name: '', kind: 'named', stance: 'says', polarity: 'positive', stage: 'none', low: 0.99, high: 1 };

export class Editing {
  /** The claim that is edited; `''` for one that is being made. */
  claim = $state<string | undefined>();
  fields = $state<Fields>({ ...blank });
  why = $state('');
  /** How many reviews were on the screen when the editing began. */
  seen = $state(0);
  /** Where the parts stand that were taken from the text, in UTF-16 units: drawn while editing. */
  taken = $state.raw<Partial<Record<Part, [number, number]>>>({});
  /** What is selected in the text now. */
  selected = $state.raw<{ start: number; end: number; words: string } | undefined>();
  private was: Fields = { ...blank };

  get on(): boolean {
    return this.claim !== undefined;
  }

  get dirty(): boolean {
    return this.on && (Object.keys(this.was) as (keyof Fields)[]).some((key) => this.fields[key] !== this.was[key]);
  }

  start(claim: Claim): void {
    if (this.claim === claim.claim) return;
    this.was = {
      source: claim.source.text, cue: claim.cue.text, content: claim.content.text, name: claim.source.resolved ?? '', kind: claim.source.kind,
      stance: claim.stance, polarity: claim.polarity, stage: claim.stage, low: claim.certainty.low, high: claim.certainty.high,
    };
    this.fields = { ...this.was };
    this.why = '';
    this.seen = claim.reviews?.length ?? 0;
    this.taken = {};
    this.claim = claim.claim;
  }

  /** Begins a new claim, with what is selected as its content. */
  begin(): void {
    if (!this.selected) {
      say('Select words in the text first: they become the content of the new claim.');
      return;
    }
    const content = this.selected;
    this.was = { ...blank };
    this.fields = { ...blank, content: content.words };
    this.why = '';
    this.seen = 0;
    this.taken = { content: [content.start, content.end] };
    this.claim = '';
  }

  /** Takes the selected words as a part of the claim. */
  take(part: Part): void {
    if (!this.on || !this.selected) return;
    this.fields[part] = this.selected.words;
    this.taken = { ...this.taken, [part]: [this.selected.start, this.selected.end] };
    getSelection()?.removeAllRanges();
  }

  stop(): void {
    this.claim = undefined;
    this.taken = {};
  }

  /** What differs from what was read; for a new claim, everything that is stated. */
  restated(): Restated {
    const changed: Restated = {};
    for (const key of ['source', 'cue', 'content', 'name', 'kind', 'stance', 'polarity', 'stage'] as const) {
      if (this.fields[key] !== this.was[key]) changed[key] = this.fields[key].trim();
    }
    if (this.fields.low !== this.was.low || this.fields.high !== this.was.high) changed.certainty = [this.fields.low, this.fields.high];
    return changed;
  }
}

// Who sits at the desk.
import { keep, kept } from '../parts/theme.svelte.ts';
import type { Me } from './nouns.ts';

class Who {
  me = $state.raw<Me | undefined>();

  /** Whether they came in with name and password in this browser: only then is there something to sign out of. */
  signed = $state(kept('signed') === 'yes');

  came(signed: boolean): void {
    this.signed = signed;
    keep('signed', signed ? 'yes' : 'no');
  }

  /** Whether they may do what this role does. The server decides; this only spares a button that would be refused. */
  may(role: string): boolean {
    return !!this.me && (this.me.full || this.me.roles.includes(role));
  }
}
export const who = new Who();

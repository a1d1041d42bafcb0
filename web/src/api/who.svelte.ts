// Who sits at the desk.
import type { Me } from './nouns.ts';

class Who {
  me = $state.raw<Me | undefined>();

  /** Whether they may do what this role does. The server decides; this only spares a button that would be refused. */
  may(role: string): boolean {
    return !!this.me && (this.me.full || this.me.roles.includes(role));
  }
}
export const who = new Who();

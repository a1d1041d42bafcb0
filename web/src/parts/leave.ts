// Signing out.
import { write } from '../api/http.ts';
import { deaf } from '../api/live.ts';
import { forget } from '../api/loaded.svelte.ts';
import { standing } from '../api/standing.svelte.ts';
import { who } from '../api/who.svelte.ts';
import { go } from './router.svelte.ts';
import { say } from './say.svelte.ts';

/** Ends the session; nothing of what was read stays. */
export async function leave(): Promise<void> {
  try {
    await write('POST', '/logout');
  } catch (failure) {
    say(`Not signed out: ${String((failure as Error).message)}`, { bad: true });
    return;
  }
  deaf();
  who.me = undefined;
  standing.csrf = '';
  who.came(false);
  forget();
  go('/login');
}

// What was done, said at the foot of the screen and to screen readers, with a way back where there is one.

export interface Said {
  id: number;
  text: string;
  undo?: () => void | Promise<void>;
  bad?: boolean;
}

class Voice {
  said = $state.raw<Said[]>([]);
}
export const voice = new Voice();
let next = 1;

/** Says it; it goes by itself, later where it can be undone, and never where it is a failure. */
export function say(text: string, more: { undo?: () => void | Promise<void>; bad?: boolean } = {}): void {
  const one: Said = { id: next++, text, ...more };
  voice.said = [...voice.said.slice(-2), one];
  if (!more.bad) setTimeout(() => unsay(one.id), more.undo ? 20_000 : 6_000);
}

/** Takes it off the screen. */
export function unsay(id: number): void {
  voice.said = voice.said.filter((one) => one.id !== id);
}

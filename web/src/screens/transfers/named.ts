// Transfers whose ends have words also where nobody is named.
import type { Transfer } from '../../api/nouns.ts';

export type NamedTransfer = Transfer & { supplier: string; recipient: string };

/** Puts words where a text names nobody. */
export function named(transfers: Transfer[]): NamedTransfer[] {
  return transfers.map((one) => ({ ...one, supplier: one.supplier ?? 'not named', recipient: one.recipient ?? 'not named' }));
}

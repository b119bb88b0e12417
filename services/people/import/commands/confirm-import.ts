import { Refusal } from '#shared/refusal.ts';
import type { Import, ImportDecision } from '../import.ts';

export type ConfirmImport = { confirmedBy: string; confirmedOn: string; undecided: number };

/** The point of no return: from here on every line is taken over, whatever happens in between. */
export function confirmImport(staged: Import, { confirmedBy, confirmedOn, undecided }: ConfirmImport): ImportDecision {
  if (staged.state === 'CONFIRMED' || staged.state === 'COMPLETED') return { state: staged, events: [] };
  if (staged.state === 'DISCARDED') throw new Refusal('IMPORT_CLOSED', 'This import was discarded; start a new one.');
  if (staged.state !== 'CHECKED')
    throw new Refusal('IMPORT_NOT_CHECKED', 'This import has not been checked to its end yet.');
  if (staged.problems !== 0)
    throw new Refusal(
      'IMPORT_HAS_PROBLEMS',
      `${staged.problems ?? 0} problems must be mended in the file first; nothing of it is taken over.`,
    );
  if (undecided > 0) throw new Refusal('IMPORT_UNDECIDED', `${undecided} possible duplicates must be decided first.`);
  return {
    state: { ...staged, state: 'CONFIRMED', confirmedBy, confirmedOn },
    events: [{ type: 'import.confirmed', data: { importId: staged.id, municipality: staged.municipality } }],
  };
}

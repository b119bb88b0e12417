import type { Import, ImportDecision } from '../import.ts';
import { PeopleRefusal } from '../../refusal.ts';

export type ConfirmImport = { confirmedBy: string; confirmedOn: string; undecided: number };

/** Confirms a checked list: from here on every line is taken over, whatever happens in between. */
export function confirmImport(list: Import, { confirmedBy, confirmedOn, undecided }: ConfirmImport): ImportDecision {
  if (list.state === 'CONFIRMED' || list.state === 'COMPLETED') return { state: list, events: [] };
  if (list.state === 'DISCARDED')
    throw new PeopleRefusal('IMPORT_CLOSED', 'This import was discarded; start a new one.');
  if (list.state !== 'CHECKED')
    throw new PeopleRefusal('IMPORT_NOT_CHECKED', 'This import has not been checked to its end yet.');
  if (list.problems !== 0)
    throw new PeopleRefusal(
      'IMPORT_HAS_PROBLEMS',
      `${list.problems ?? 0} problems must be mended in the file first; nothing of it is taken over.`,
    );
  if (undecided > 0)
    throw new PeopleRefusal('IMPORT_UNDECIDED', `${undecided} possible duplicates must be decided first.`);
  return {
    state: { ...list, state: 'CONFIRMED', confirmedBy, confirmedOn },
    events: [{ type: 'import.confirmed', data: { importId: list.id, municipality: list.municipality } }],
  };
}

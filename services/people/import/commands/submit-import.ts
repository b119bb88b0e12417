import type { Import, ImportDecision } from '../import.ts';
import { PeopleRefusal } from '../../refusal.ts';

/** Hands the whole file in: from now on it is checked, and nothing is added to it. */
export function submitImport(list: Import, chunks: number): ImportDecision {
  if (list.state === 'DISCARDED')
    throw new PeopleRefusal('IMPORT_CLOSED', 'This import was discarded; start a new one.');
  if (list.state !== 'RECEIVING') return { state: list, events: [] };
  return {
    state: { ...list, state: 'CHECKING', chunks },
    events: [{ type: 'import.submitted', data: { importId: list.id, municipality: list.municipality } }],
  };
}

import type { Import, ImportDecision } from '../import.ts';
import { PeopleRefusal } from '../../refusal.ts';

export function discardImport(list: Import): ImportDecision {
  if (list.state === 'DISCARDED') return { state: list, events: [] };
  if (list.state === 'CONFIRMED' || list.state === 'COMPLETED')
    throw new PeopleRefusal('IMPORT_CLOSED', 'This import was confirmed; it is taken over as a whole.');
  return {
    state: { ...list, state: 'DISCARDED' },
    events: [{ type: 'import.discarded', data: { importId: list.id, municipality: list.municipality } }],
  };
}

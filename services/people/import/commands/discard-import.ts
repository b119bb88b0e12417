import { Refusal } from '#shared/refusal.ts';
import type { Import, ImportDecision } from '../import.ts';

export function discardImport(staged: Import): ImportDecision {
  if (staged.state === 'DISCARDED') return { state: staged, events: [] };
  if (staged.state === 'CONFIRMED' || staged.state === 'COMPLETED')
    throw new Refusal('IMPORT_CLOSED', 'This import was confirmed; it is taken over as a whole.');
  return {
    state: { ...staged, state: 'DISCARDED' },
    events: [{ type: 'import.discarded', data: { importId: staged.id, municipality: staged.municipality } }],
  };
}

import { Refusal } from '#shared/refusal.ts';
import type { Import, ImportDecision } from '../import.ts';

/** The whole file is here: from now on it is checked, and nothing is added to it. */
export function submitImport(staged: Import, chunks: number): ImportDecision {
  if (staged.state === 'DISCARDED') throw new Refusal('IMPORT_CLOSED', 'This import was discarded; start a new one.');
  if (staged.state !== 'RECEIVING') return { state: staged, events: [] };
  return {
    state: { ...staged, state: 'CHECKING', chunks },
    events: [{ type: 'import.submitted', data: { importId: staged.id, municipality: staged.municipality } }],
  };
}

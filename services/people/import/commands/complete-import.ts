import type { Import, ImportDecision, Tally } from '../import.ts';

export function completeImport(staged: Import, done: Tally): ImportDecision {
  if (staged.state !== 'CONFIRMED') return { state: staged, events: [] };
  const { created, updated, unchanged } = done;
  return {
    state: { ...staged, state: 'COMPLETED', done },
    events: [
      {
        type: 'import.completed',
        data: { importId: staged.id, municipality: staged.municipality, created, updated, unchanged },
      },
    ],
  };
}

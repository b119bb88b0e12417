import type { Import, ImportDecision, ImportTally } from '../import.ts';

export function completeImport(list: Import, done: ImportTally): ImportDecision {
  if (list.state !== 'CONFIRMED') return { state: list, events: [] };
  const { created, updated, unchanged } = done;
  return {
    state: { ...list, state: 'COMPLETED', done },
    events: [
      {
        type: 'import.completed',
        data: { importId: list.id, municipality: list.municipality, created, updated, unchanged },
      },
    ],
  };
}

import type { ImportDecision } from '../import.ts';

export type StartImport = { importId: string; municipality: string; startedBy: string; startedAt: string };

export function startImport({ importId, municipality, startedBy, startedAt }: StartImport): ImportDecision {
  return {
    state: { id: importId, municipality, state: 'RECEIVING', startedBy, startedAt },
    events: [{ type: 'import.started', data: { importId, municipality } }],
  };
}

import type { Import, ImportDecision } from '../import.ts';

type CheckResult = Required<Pick<Import, 'lines' | 'problems' | 'duplicates' | 'planned'>>;

/** Ends the check with its result. An import that was discarded meanwhile stays discarded. */
export function stageImport(list: Import, { lines, problems, duplicates, planned }: CheckResult): ImportDecision {
  if (list.state !== 'CHECKING') return { state: list, events: [] };
  return {
    state: { ...list, state: 'CHECKED', lines, problems, duplicates, planned },
    events: [{ type: 'import.staged', data: { importId: list.id, municipality: list.municipality, lines, problems } }],
  };
}

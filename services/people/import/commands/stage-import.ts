import type { Import, ImportDecision } from '../import.ts';

type CheckResult = Required<Pick<Import, 'lines' | 'problems' | 'duplicates' | 'planned'>>;

/** The check is done. Whoever discarded the import meanwhile is not overruled. */
export function stageImport(staged: Import, { lines, problems, duplicates, planned }: CheckResult): ImportDecision {
  if (staged.state !== 'CHECKING') return { state: staged, events: [] };
  return {
    state: { ...staged, state: 'CHECKED', lines, problems, duplicates, planned },
    events: [
      { type: 'import.staged', data: { importId: staged.id, municipality: staged.municipality, lines, problems } },
    ],
  };
}

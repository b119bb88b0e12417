import type { CareTeam } from './care-team.ts';

/** Makes the care team of Ada's case, which is open unless told otherwise. */
export function teamOfAda(careTeam: string[], changes: Partial<CareTeam> = {}): CareTeam {
  return {
    id: 'c-ada',
    personId: 'p-ada',
    projectId: 'eh',
    municipality: '06431010',
    contactId: 'anna',
    careTeam,
    open: true,
    ...changes,
  };
}

import { isDeepStrictEqual } from 'node:util';
import { sortNameOf, type Employer, type EmployerDecision, type EmployerFacts } from '../../employer.ts';

export type EmployerChanges = Partial<Omit<EmployerFacts, 'id' | 'registeredOn'>>;

/** What is given replaces what was known; the rest stays. */
export function updateEmployer(employer: Employer, { changes, updatedOn }: { changes: EmployerChanges; updatedOn: string }): EmployerDecision {
  const after = { ...employer, ...changes };
  const state = { ...after, sortName: sortNameOf(after.name) };
  if (isDeepStrictEqual(employer, state)) return { state: employer, events: [] };
  return {
    state,
    events: [{ type: 'employer.updated', data: { employerId: employer.id, municipality: state.municipality, updatedOn, changed: ['FACTS'] } }],
  };
}

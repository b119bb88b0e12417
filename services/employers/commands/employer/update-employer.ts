import { isDeepStrictEqual } from 'node:util';
import { plainText } from '#shared/plain-text.ts';
import { sortNameOf, type Employer, type EmployerDecision, type EmployerFacts } from '../../employer.ts';

export type EmployerChanges = Partial<Omit<EmployerFacts, 'id' | 'registeredOn'>>;

/** What is given replaces what was known; the rest stays. */
export function updateEmployer(employer: Employer, { changes, updatedOn }: { changes: EmployerChanges; updatedOn: string }): EmployerDecision {
  const name = plainText(changes.name ?? employer.name);
  const state = { ...employer, ...changes, name, sortName: sortNameOf(name) };
  if (isDeepStrictEqual(employer, state)) return { state: employer, events: [] };
  return {
    state,
    events: [{ type: 'employer.updated', data: { employerId: employer.id, municipality: state.municipality, updatedOn, changed: ['FACTS'] } }],
  };
}

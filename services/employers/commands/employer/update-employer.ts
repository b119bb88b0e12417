import { isDeepStrictEqual } from 'node:util';
import type { Employer, EmployerDecision, EmployerFacts } from '../../employer/employer.ts';
import { normaliseEmployer } from '../../employer/normalise-employer.ts';

export type EmployerChanges = Partial<Omit<EmployerFacts, 'id' | 'registeredOn'>>;

/** Replaces the facts that the changes name, and removes those that they name empty; the rest stays. */
export function updateEmployer(
  employer: Employer,
  { changes, updatedOn }: { changes: EmployerChanges; updatedOn: string },
): EmployerDecision {
  const state = normaliseEmployer({ ...employer, ...changes });
  if (isDeepStrictEqual(employer, state)) return { state: employer, events: [] };
  return {
    state,
    events: [
      {
        type: 'employer.updated',
        data: { employerId: employer.id, municipality: state.municipality, updatedOn, changed: ['FACTS'] },
      },
    ],
  };
}

import { assertNotInFuture } from '#shared/fact-day.ts';
import { plainText } from '#shared/plain-text.ts';
import { sortNameOf, type Employer, type EmployerDecision, type EmployerFacts } from '../../employer.ts';

/** A company or another local actor comes into the network. Twice changes nothing. */
export function registerEmployer(known: Employer | null, { employer, today }: { employer: EmployerFacts; today: string }): EmployerDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('registeredOn', employer.registeredOn, today);
  const name = plainText(employer.name);
  const { id: employerId, municipality, registeredOn } = employer;
  return {
    state: { ...employer, name, sortName: sortNameOf(name), contacts: [] },
    events: [{ type: 'employer.registered', data: { employerId, municipality, registeredOn } }],
  };
}

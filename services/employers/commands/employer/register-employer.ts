import { assertNotBefore, assertNotInFuture, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import type { Employer, EmployerDecision, EmployerFacts } from '../../employer/employer.ts';
import { normaliseEmployer } from '../../employer/normalise-employer.ts';

/** Takes a company or another local actor into the network. Twice changes nothing. */
export function registerEmployer(
  existing: Employer | null,
  { employer, today }: { employer: EmployerFacts; today: string },
): EmployerDecision {
  if (existing) return { state: existing, events: [] };
  assertNotInFuture('registeredOn', employer.registeredOn, today);
  assertNotBefore('registeredOn', employer.registeredOn, FIRST_DAY);
  const { id: employerId, municipality, registeredOn } = employer;
  return {
    state: normaliseEmployer({ ...employer, sortName: '', contacts: [] }),
    events: [{ type: 'employer.registered', data: { employerId, municipality, registeredOn } }],
  };
}

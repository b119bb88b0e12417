import { isDeepStrictEqual } from 'node:util';
import type { Employer, EmployerDecision } from '../employer.ts';
import { assertNotInFuture } from './assert-dates.ts';

export type EmployerFacts = Omit<Employer, 'contacts' | 'callAgainOn' | 'sortName'>;

/** A company or another local actor comes into the network. Twice changes nothing. */
export function registerEmployer(known: Employer | null, { employer, today }: { employer: EmployerFacts; today: string }): EmployerDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('registeredOn', employer.registeredOn, today);
  const { id: employerId, municipality, registeredOn } = employer;
  return {
    state: { ...employer, sortName: sortNameOf(employer.name), contacts: [] },
    events: [{ type: 'employer.registered', data: { employerId, municipality, registeredOn } }],
  };
}

/** What is given replaces what was known; the rest stays. */
export function updateEmployer(known: Employer, { update, on }: { update: Partial<EmployerFacts>; on: string }): EmployerDecision {
  const after = { ...known, ...update };
  const state = { ...after, sortName: sortNameOf(after.name) };
  if (isDeepStrictEqual(known, state)) return { state: known, events: [] };
  return { state, events: [{ type: 'employer.updated', data: { employerId: known.id, municipality: state.municipality, updatedOn: on, changed: ['FACTS'] } }] };
}

function sortNameOf(name: string): string {
  return name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
}

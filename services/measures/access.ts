import { caseOfCare, looksAfter, worksWithPersons, type CareTeam } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import { protectedFactOf } from '#shared/funding/instrument-codes.ts';
import type { Actor } from '#shared/identity/identity.ts';
import type { Enrolment, Measure } from './measure.ts';

/** The measures that the actor may list: a provider its own, a town hall those with a free place; null where it may list none. `maySeeMeasure` then decides about each. */
export function measuresFor({ role, providerId }: Actor): Where | null {
  switch (role) {
    case 'CASE_MANAGER':
    case 'TEAM_LEAD':
    case 'EMPLOYER_SERVICE':
    case 'ANALYST':
      return {};
    case 'TOWN_HALL':
      return { freePlaces: { from: 1 } };
    case 'PROVIDER':
      return providerId === undefined ? null : { 'provider.id': providerId };
    case 'OPERATOR':
      return null;
  }
}

export function maySeeMeasure(actor: Actor, measure: Measure): boolean {
  // Analysts read events, which name the measure of a person: what those do not say must not be found under its id.
  if (actor.role === 'ANALYST') return protectedFactOf(measure.instrument) === null;
  if (actor.role === 'TOWN_HALL') return measure.freePlaces > 0;
  if (actor.role === 'PROVIDER') return ownsMeasure(actor, measure.provider.id);
  return measuresFor(actor) !== null;
}

/** How many take part is a number about people. Whoever does not have to do with persons is only told whether a place is free. */
export function mayCountPlaces({ role }: Actor): boolean {
  return role !== 'TOWN_HALL' && role !== 'ANALYST';
}

export function ownsMeasure({ role, providerId }: Actor, ofProvider: string): boolean {
  return role === 'PROVIDER' && providerId === ofProvider;
}

/** A provider learns of a person when a place is agreed, not from a proposal. */
export function comesToOwnMeasure(actor: Actor, { provider }: Measure, { status }: Enrolment): boolean {
  return ownsMeasure(actor, provider.id) && (status === 'AGREED' || status === 'STARTED' || status === 'ENDED');
}

/** Team leads offer for any provider, providers for themselves. */
export function mayOffer(actor: Actor, ofProvider: string): boolean {
  return actor.role === 'TEAM_LEAD' || ownsMeasure(actor, ofProvider);
}

/**
 * Who may read what measures know of a person: the care team; where no case is open, the case managers of the
 * municipality; always its team lead. Of a person without any case there is nothing to read.
 */
export function mayRead(actor: Actor, cases: CareTeam[]): boolean {
  if (!worksWithPersons(actor)) return false;
  if (cases.length === 0 || caseOfCare(actor, cases)) return true;
  const here = cases.some(({ municipality }) => actor.municipalities.includes(municipality));
  return here && (actor.role === 'TEAM_LEAD' || cases.every(({ open }) => !open));
}

/** Who may carry on what was begun for a person: the care team, also of the last case when none is open any more. */
export function mayCarryOn(actor: Actor, cases: CareTeam[]): boolean {
  const noneOpen = cases.every(({ open }) => !open);
  return cases.some((team) => looksAfter(actor, { ...team, open: team.open || noneOpen }));
}

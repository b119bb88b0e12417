import { caseOfCare, looksAfter, worksWithPersons, type CareTeam } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import { tellsOf } from '#shared/funding/instrument-codes.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import type { Enrolment } from './measure/enrolment.ts';
import type { Measure } from './measure/measure.ts';
import type { MeasureFilter } from './measure/measure-search.ts';

/**
 * The measures that an actor may list. `each`: the condition does not say it all, and `maySeeMeasure` decides about
 * each.
 */
type ListableMeasures = { where: Where; each: boolean };

/** Returns the measures that the actor may list with this filter, or null where it may list none of them. */
export function listableMeasures(
  { role, providerId }: Actor,
  { provider, withFreePlaces }: Pick<MeasureFilter, 'provider' | 'withFreePlaces'>,
): ListableMeasures | null {
  switch (role) {
    case 'CASE_MANAGER':
    case 'TEAM_LEAD':
    case 'EMPLOYER_SERVICE':
      return { where: {}, each: false };
    case 'ANALYST':
      return { where: {}, each: true };
    case 'TOWN_HALL':
      return withFreePlaces === false ? null : { where: { freePlaces: { from: 1 } }, each: false };
    case 'PROVIDER': {
      const asksForOthers = Boolean(provider) && provider !== providerId;
      return providerId === undefined || asksForOthers ? null : { where: { 'provider.id': providerId }, each: false };
    }
    case 'OPERATOR':
      return null;
  }
}

export function maySeeMeasure(actor: Actor, measure: Measure): boolean {
  switch (actor.role) {
    case 'CASE_MANAGER':
    case 'TEAM_LEAD':
    case 'EMPLOYER_SERVICE':
      return true;
    // Analysts read events, which name the measure of a person: what those do not say must not be found under its id.
    case 'ANALYST':
      return tellsOf(measure.instrument) === null;
    case 'TOWN_HALL':
      return measure.freePlaces > 0;
    case 'PROVIDER':
      return ownsMeasure(actor, measure.provider.id);
    case 'OPERATOR':
      return false;
  }
}

/**
 * True for roles that may know how many take part, a number about people. Others only learn whether a place is free.
 */
const countsPlaces: Record<Role, boolean> = {
  CASE_MANAGER: true,
  TEAM_LEAD: true,
  EMPLOYER_SERVICE: true,
  PROVIDER: true,
  TOWN_HALL: false,
  ANALYST: false,
  OPERATOR: false,
};

export function mayCountPlaces({ role }: Pick<Actor, 'role'>): boolean {
  return countsPlaces[role];
}

export function ownsMeasure({ role, providerId }: Actor, ofProvider: string): boolean {
  return role === 'PROVIDER' && providerId === ofProvider;
}

/** True for the provider's own participants: it learns of a person when a place is agreed, not from a proposal. */
export function isOwnParticipant(actor: Actor, { provider }: Measure, { status }: Enrolment): boolean {
  return ownsMeasure(actor, provider.id) && (status === 'AGREED' || status === 'STARTED' || status === 'ENDED');
}

/** True for team leads, who offer for any provider, and for a provider that offers for itself. */
export function mayOffer(actor: Actor, ofProvider: string): boolean {
  return actor.role === 'TEAM_LEAD' || ownsMeasure(actor, ofProvider);
}

/**
 * True for whoever may read what measures know of a person: the care team; where no case is open, the case managers of
 * the municipality; always its team lead. Of a person without any case there is nothing to read.
 */
export function mayRead(actor: Actor, cases: CareTeam[]): boolean {
  if (!worksWithPersons(actor)) return false;
  if (cases.length === 0 || caseOfCare(actor, cases)) return true;
  const isLocal = cases.some(({ municipality }) => actor.municipalities.includes(municipality));
  return isLocal && (actor.role === 'TEAM_LEAD' || cases.every(({ open }) => !open));
}

/**
 * True for whoever may carry on what was begun for a person: the care team, also of the last case when none is open any
 * more.
 */
export function mayCarryOn(actor: Actor, cases: CareTeam[]): boolean {
  const noneOpen = cases.every(({ open }) => !open);
  return cases.some((team) => looksAfter(actor, { ...team, open: team.open || noneOpen }));
}

import type { Consumer, Reaction } from '#shared/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import type { peopleEvents } from '#shared/contracts/people.ts';
import { withHousehold, type KnownUnit } from '../views/known-unit.ts';
import type { Views } from '../views/views.ts';

// The contract has checked the data before a reaction sees it.
type Said<Name extends keyof (typeof peopleEvents)['data']> = Received<typeof peopleEvents, Name>['data'];

/** Knows the benefit units of a municipality: who belonged to them when, and when they were in receipt. */
export function unitReactions({ units }: Views): Consumer['reactions'] {
  const formed: Reaction = (event) => {
    const { benefitUnitId: id, municipality, formedOn: on, memberIds } = event.data as Said<'benefitUnit.formed'>;
    return units.project(id, event, (unit) => withHousehold(unit ?? unknown(id), { municipality, on, memberIds }));
  };
  const updated: Reaction = (event) => {
    const { benefitUnitId: id, municipality, updatedOn: on, memberIds } = event.data as Said<'benefitUnit.updated'>;
    return units.project(id, event, (unit) => withHousehold(unit ?? unknown(id), { municipality, on, memberIds }));
  };
  const started: Reaction = (event) => {
    const { benefitUnitId: id, startedOn } = event.data as Said<'benefitUnit.benefitStarted'>;
    return units.project(id, event, (unit) => ({ ...(unit ?? unknown(id)), benefits: [...(unit?.benefits ?? []), { from: startedOn, startedBy: event.id }] }));
  };
  const ended: Reaction = (event) => {
    const { benefitUnitId: id, endedOn } = event.data as Said<'benefitUnit.benefitEnded'>;
    return units.project(id, event, (unit) => ({ ...(unit ?? unknown(id)), benefits: (unit?.benefits ?? []).map((benefit) => (benefit.to === undefined ? { ...benefit, to: endedOn } : benefit)) }));
  };
  return { 'benefitUnit.formed': [formed], 'benefitUnit.updated': [updated], 'benefitUnit.benefitStarted': [started], 'benefitUnit.benefitEnded': [ended] };
}

/** A unit says first that it was formed; without that it would be parked before anybody gets here. */
const unknown = (id: string): KnownUnit => ({ id, homes: [], members: [], benefits: [] });

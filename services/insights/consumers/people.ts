import type { Consumer, Reaction } from '#shared/consume.ts';
import { germanDay } from '#shared/days.ts';
import type { Message, Received } from '#shared/contracts/contract.ts';
import type { peopleEvents } from '#shared/contracts/people.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { asWithdrawn, factOf, type Entry } from '../views/entry.ts';
import { withAges, withHousehold, type KnownUnit } from '../views/known-unit.ts';
import type { Views } from '../views/views.ts';
import { settle } from './settle.ts';

// The contract has checked the data before a reaction sees it.
type Said<Name extends keyof (typeof peopleEvents)['data']> = Received<typeof peopleEvents, Name>['data'];

/** Knows the benefit units of a municipality: who belonged to them when, and when they were in receipt. */
export function unitReactions(views: Views): Consumer['reactions'] {
  const { units } = views;
  const formed: Reaction = (event) => {
    const { benefitUnitId: id, formedOn: on, ...said } = event.data as Said<'benefitUnit.formed'>;
    return units.project(id, event, (unit) =>
      withHousehold(unit ?? unknown(id), { ...said, on, saidOn: saidOn(event) }),
    );
  };
  const updated: Reaction = (event) => {
    const { benefitUnitId: id, updatedOn: on, ...said } = event.data as Said<'benefitUnit.updated'>;
    return units.project(id, event, (unit) =>
      withHousehold(unit ?? unknown(id), { ...said, on, saidOn: saidOn(event) }),
    );
  };
  const started: Reaction = (event) => {
    const { benefitUnitId: id, startedOn, ...said } = event.data as Said<'benefitUnit.benefitStarted'>;
    const ages = { ...said, on: startedOn, saidOn: saidOn(event) };
    return units.project(id, event, (unit) =>
      withBenefits(withAges(unit ?? unknown(id), ages), [
        ...(unit?.benefits ?? []),
        { from: startedOn, startedBy: event.id },
      ]),
    );
  };
  const ended: Reaction = (event) => {
    const { benefitUnitId: id, endedOn, startedOn } = event.data as Said<'benefitUnit.benefitEnded'>;
    const isMeant = ({ from, to }: KnownUnit['benefits'][number]): boolean =>
      startedOn === undefined ? to === undefined : from === startedOn;
    return units.project(id, event, (unit) =>
      withBenefits(
        unit ?? unknown(id),
        (unit?.benefits ?? []).map((benefit) => (isMeant(benefit) ? { ...benefit, to: endedOn } : benefit)),
      ),
    );
  };
  /** The end that was said of it goes first: once the unit does not know the time any more, nobody could find it. */
  const withdrawn: Reaction = async (event) => {
    const { benefitUnitId: id, startedOn } = event.data as Said<'benefitUnit.benefitWithdrawn'>;
    for (const end of await endsOf(views, id, startedOn)) {
      await views.entries.project(end.id, event, (known) => asWithdrawn(known ?? end));
      await settle(views, end);
    }
    await units.project(id, event, (unit) =>
      withBenefits(
        unit ?? unknown(id),
        (unit?.benefits ?? []).filter(({ from }) => from !== startedOn),
      ),
    );
  };
  return {
    'benefitUnit.formed': [formed],
    'benefitUnit.updated': [updated],
    'benefitUnit.benefitStarted': [started],
    'benefitUnit.benefitEnded': [ended],
    'benefitUnit.benefitWithdrawn': [withdrawn],
  };
}

/** What was said of the end of the time of receipt that began on that day. */
async function endsOf({ units, entries }: Views, unitId: string, startedOn: string): Promise<Entry[]> {
  const unit = await units.get(unitId);
  const to = unit?.benefits.find(({ from }) => from === startedOn)?.to;
  if (!unit || to === undefined) return [];
  const ends = await findAll(entries, {
    municipality: { in: unit.homes.map(({ municipality }) => municipality) },
    name: 'benefitUnit.benefitEnded',
    occurredOn: to,
  });
  return ends.filter((end) => factOf(end, 'benefitUnitId') === unitId);
}

/** Times may be entered in any order. */
function withBenefits(unit: KnownUnit, benefits: KnownUnit['benefits']): KnownUnit {
  return { ...unit, benefits: benefits.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

const saidOn = ({ time }: Message): string => germanDay(new Date(time));

/** A unit says first that it was formed; without that it would be parked before anybody gets here. */
const unknown = (id: string): KnownUnit => ({ id, homes: [], members: [], benefits: [] });

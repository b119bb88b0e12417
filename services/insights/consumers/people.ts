import { on, type Consumer } from '#shared/delivery/consume.ts';
import { germanDay } from '#shared/calendar/days.ts';
import type { Message, Received } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { asWithdrawn, factOf, type Entry } from '../views/entry.ts';
import { withAges, withHousehold, type KnownUnit } from '../views/known-unit.ts';
import type { Views } from '../views/views.ts';
import { settle } from './settle.ts';

type Withdrawal = Received<typeof peopleEvents, 'benefitUnit.benefitWithdrawn'>;

/** Knows the benefit units of a municipality: who belonged to them when, and when they were in receipt. */
export function peopleConsumer(views: Views): Consumer {
  const { units } = views;
  return on(peopleEvents, {
    'benefitUnit.formed': (event) => {
      const { benefitUnitId: id, formedOn, ...said } = event.data;
      const household = { ...said, on: formedOn, saidOn: saidOn(event) };
      return units.project(id, event, (unit) => withHousehold(unit ?? unknown(id), household));
    },
    'benefitUnit.updated': (event) => {
      const { benefitUnitId: id, updatedOn, ...said } = event.data;
      const household = { ...said, on: updatedOn, saidOn: saidOn(event) };
      return units.project(id, event, (unit) => withHousehold(unit ?? unknown(id), household));
    },
    'benefitUnit.benefitStarted': (event) => {
      const { benefitUnitId: id, startedOn, ...said } = event.data;
      const ages = { ...said, on: startedOn, saidOn: saidOn(event) };
      const benefit = { from: startedOn, startedBy: event.id };
      return units.project(id, event, (unit) =>
        withBenefits(withAges(unit ?? unknown(id), ages), [...(unit?.benefits ?? []), benefit]),
      );
    },
    'benefitUnit.benefitEnded': (event) => {
      const { benefitUnitId: id, endedOn, startedOn } = event.data;
      const isMeant = ({ from, to }: KnownUnit['benefits'][number]): boolean =>
        startedOn === undefined ? to === undefined : from === startedOn;
      const end = (benefit: KnownUnit['benefits'][number]) =>
        isMeant(benefit) ? { ...benefit, to: endedOn } : benefit;
      return units.project(id, event, (unit) => withBenefits(unit ?? unknown(id), (unit?.benefits ?? []).map(end)));
    },
    'benefitUnit.benefitWithdrawn': (event) => withdrawBenefit(views, event),
  });
}

/** The end that was said of it goes first: once the unit does not know the time any more, nobody could find it. */
async function withdrawBenefit(views: Views, event: Withdrawal): Promise<void> {
  const { benefitUnitId: id, startedOn } = event.data;
  for (const end of await endsOf(views, id, startedOn)) {
    await views.entries.project(end.id, event, (known) => asWithdrawn(known ?? end));
    await settle(views, end);
  }
  await views.units.project(id, event, (unit) =>
    withBenefits(
      unit ?? unknown(id),
      (unit?.benefits ?? []).filter(({ from }) => from !== startedOn),
    ),
  );
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

const saidOn = ({ time }: Pick<Message, 'time'>): string => germanDay(new Date(time));

/** A unit says first that it was formed; without that it would be parked before anybody gets here. */
const unknown = (id: string): KnownUnit => ({ id, homes: [], members: [], benefits: [] });

import { peopleEvents } from '#shared/contracts/people.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { factOf, withdrawnEntry, type TimelineEntry } from '../views/timeline-entry.ts';
import type { Views } from '../views/views.ts';
import { countInProjects } from './count-in-projects.ts';

/**
 * Takes back the end of a time of receipt that is withdrawn. It comes before the unit forgets that time: afterwards
 * nobody could find the end.
 */
export function withdrawnBenefitConsumer(views: Views): Consumer {
  return on(peopleEvents, {
    'benefitUnit.benefitWithdrawn': async (event) => {
      const { benefitUnitId, startedOn } = event.data;
      for (const end of await endsOf(views, benefitUnitId, startedOn)) {
        await views.entries.project(end.id, event, (entry) => withdrawnEntry(entry ?? end));
        await countInProjects(views, end);
      }
    },
  });
}

/** Returns the events by which the time of receipt ended that began on that day. */
async function endsOf({ units, entries }: Views, unitId: string, startedOn: string): Promise<TimelineEntry[]> {
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

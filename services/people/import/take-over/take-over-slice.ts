import { setImmediate as others } from 'node:timers/promises';
import type { Stamp } from '#shared/documents/documents.ts';
import { leaveFor } from '../plan/leave-former-unit.ts';
import { requireFound } from '#shared/graph/answer.ts';
import type { SlicePlan } from '../plan/plan-slice.ts';
import type { Register } from '../plan/register.ts';
import { takeOverPerson } from './take-over-person.ts';
import { takeOverUnit } from './take-over-unit.ts';

/** Writes what was planned. Each step decides on what it finds, so that a slice begun before a crash is finished, not repeated. */
export async function takeOverSlice(
  { persons, benefitUnits }: Register,
  plan: SlicePlan,
  { on, stamp }: { on: string; stamp: Stamp },
): Promise<void> {
  await inTurns(plan.lines, ({ personId, recipient }) =>
    persons.change(personId, (person) => takeOverPerson(person, { personId, recipient, on }), stamp),
  );
  // Who is in another unit now leaves the old one first: nobody belongs to two.
  await inTurns(plan.left, ({ unit: { id }, personId, from }) =>
    benefitUnits.change(id, (unit) => leaveFor(requireFound(unit, 'The benefit unit'), { personId, from }), stamp),
  );
  await inTurns(plan.units, ({ unitId, lines: members }) =>
    benefitUnits.change(unitId, (unit) => takeOverUnit(unit, { unitId, members, today: on }), stamp),
  );
}

const TURN = 25;

/** A few at a time; requests are answered in between. */
async function inTurns<Entry>(entries: readonly Entry[], work: (entry: Entry) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < entries.length; start += TURN) {
    await Promise.all(entries.slice(start, start + TURN).map(work));
    await others();
  }
}

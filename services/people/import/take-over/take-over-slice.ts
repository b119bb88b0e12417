import { setImmediate as letRequestsRun } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { germanDay } from '#shared/calendar/days.ts';
import type { Stamp } from '#shared/documents/documents.ts';
import { isTaken, requireFound } from '#shared/graph/answer.ts';
import type { Import, LineOutcome } from '../import.ts';
import { leaveFormerUnit } from '../plan/leave-former-unit.ts';
import { planSlice, type SlicePlan } from '../plan/plan-slice.ts';
import type { Register } from '../plan/register.ts';
import type { DuplicateDecision } from '../staged/import-duplicate.ts';
import { LINES_PER_SLICE, sliceId, type ListSlice } from '../staged/list-slice.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import type { ImportTask } from '../work/import-work.ts';
import { takeOverPerson } from './take-over-person.ts';
import { takeOverUnit } from './take-over-unit.ts';

type SliceOfList = { list: Import; decisions: ReadonlyMap<number, DuplicateDecision>; number: number };

/** Plans a slice of a confirmed list, writes the outcomes and then the persons and units. Returns the slice. */
export async function takeOverSlice(
  { register, staged }: ImportDesk,
  { list, decisions, number }: SliceOfList,
  { stamp }: ImportTask,
): Promise<ListSlice> {
  const slice = await staged.slices.get(sliceId(list.id, number));
  if (!slice) throw new Error('a confirmed import without its lines');
  const on = list.confirmedOn ?? germanDay(new Date(stamp.at));
  const numbers = new Set(slice.lines.map(({ line }) => line));
  const ofSlice = new Map([...decisions].filter(([line]) => numbers.has(line)));
  for (let attempt = 0; ; attempt += 1) {
    const plan = await planSlice(register, { lines: slice.lines, decisions: ofSlice, on, takingOver: true });
    // The outcome of each line is kept first: after a crash in between, lines already written would count as unchanged.
    const planned = await staged.slices.change(
      slice.id,
      (current) => ({ state: withOutcomes(current ?? slice, plan.outcomes), events: [] }),
      stamp,
    );
    try {
      await writePlan(register, plan, { on, stamp });
      return planned;
    } catch (error) {
      // Another list was faster with a number of this slice: planned again, the line is about the person it registered.
      if (!isTaken(error) || attempt > 2 * LINES_PER_SLICE) throw error;
    }
  }
}

/** Keeps the outcomes of an earlier plan, but for persons that another list created meanwhile. */
function withOutcomes(slice: ListSlice, planned: readonly LineOutcome[]): ListSlice {
  const outcomes = planned.map((outcome, at) =>
    slice.outcomes[at] === 'CREATED' ? outcome : (slice.outcomes[at] ?? outcome),
  );
  return isDeepStrictEqual(outcomes, slice.outcomes) ? slice : { ...slice, outcomes };
}

/**
 * Writes what was planned. Each step decides on the state it meets, so that a slice begun before a crash is finished,
 * not repeated.
 */
async function writePlan(
  { persons, benefitUnits }: Register,
  plan: SlicePlan,
  { on, stamp }: { on: string; stamp: Stamp },
): Promise<void> {
  await inTurns(plan.lines, ({ personId, recipient }) =>
    persons.change(personId, (person) => takeOverPerson(person, { personId, recipient, on }), stamp),
  );
  // A person who is in another unit now leaves the old one first: nobody belongs to two.
  await inTurns(plan.formerUnits, ({ unit: { id }, personId, from }) =>
    benefitUnits.change(
      id,
      (unit) => leaveFormerUnit(requireFound(unit, 'The benefit unit'), { personId, from }),
      stamp,
    ),
  );
  await inTurns(plan.units, ({ unitId, lines: members }) =>
    benefitUnits.change(unitId, (unit) => takeOverUnit(unit, { unitId, members, today: on }), stamp),
  );
}

const TURN = 25;

/** Works on a few entries at a time; requests are answered in between. */
async function inTurns<Entry>(entries: readonly Entry[], work: (entry: Entry) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < entries.length; start += TURN) {
    await Promise.all(entries.slice(start, start + TURN).map(work));
    await letRequestsRun();
  }
}

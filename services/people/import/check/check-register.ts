import { randomUUID } from 'node:crypto';
import { setImmediate as letRequestsRun } from 'node:timers/promises';
import { hasOtherApplicant } from '../../benefit-unit/applicant.ts';
import { addOutcomes, emptyTally, type Import, type ImportTally } from '../import.ts';
import { findDuplicates, listIndex, type ListIndex } from '../plan/find-duplicates.ts';
import { planSlice, type SlicePlan } from '../plan/plan-slice.ts';
import type { MatchedUnit } from '../plan/register.ts';
import { isInOtherMunicipality } from '../plan/units-living-elsewhere.ts';
import type { ListProblem } from '../read/list-problem.ts';
import { germanDate } from '../read/read-values.ts';
import { duplicateId } from '../staged/import-duplicate.ts';
import { LINES_PER_SLICE, sliceId, type ListSlice, type ReadLine, type StagedLine } from '../staged/list-slice.ts';
import { overwrite } from '../staged/staged-imports.ts';
import { contradictedReceipt } from '../take-over/take-over-unit.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import { changeWork, type ImportTask } from '../work/import-work.ts';

type ReadList = { list: Import; recipients: readonly ReadLine[]; on: string };
type RegisterCheck = { problems: ListProblem[]; duplicates: number; planned: ImportTally };

/**
 * Stages the lines slice by slice and checks each slice against the register: what would happen, what contradicts, and
 * which lines somebody has to decide.
 */
export async function checkRegister(
  desk: ImportDesk,
  { list, recipients, on }: ReadList,
  task: ImportTask,
): Promise<RegisterCheck> {
  const index = listIndex(list.municipality, recipients);
  const result: RegisterCheck = { problems: [], duplicates: 0, planned: emptyTally };
  for (let start = 0, slice = 0; start < recipients.length; start += LINES_PER_SLICE, slice += 1) {
    const readLines = recipients.slice(start, start + LINES_PER_SLICE);
    const lines = await stageSlice(desk, { list, slice, lines: readLines }, task);
    const plan = await planSlice(desk.register, { lines, decisions: new Map(), on });
    result.planned = addOutcomes(result.planned, plan.outcomes);
    result.problems.push(...problemsOf(plan));
    result.duplicates += await stageDuplicates(desk, { list, index, slice, plan }, task);
    const checkedLines = start + lines.length;
    await changeWork(desk.staged, task, { lines: recipients.length, checkedLines, finished: false });
    await letRequestsRun();
  }
  return result;
}

/** Stages lines with the ids for new persons and units. A slice that was staged before keeps its ids. */
async function stageSlice(
  desk: ImportDesk,
  { list, slice, lines }: { list: Import; slice: number; lines: readonly ReadLine[] },
  { stamp }: ImportTask,
): Promise<StagedLine[]> {
  const fresh: ListSlice = {
    id: sliceId(list.id, slice),
    importId: list.id,
    lines: lines.map((line) => ({ ...line, newIds: { person: randomUUID(), benefitUnit: randomUUID() } })),
    outcomes: [],
  };
  const staged = await desk.staged.slices.change(fresh.id, (before) => ({ state: before ?? fresh, events: [] }), stamp);
  return staged.lines;
}

type PlannedSlice = { list: Import; index: ListIndex; slice: number; plan: SlicePlan };

/** Stages a question for each line that may be about a registered person. Returns how many there are. */
async function stageDuplicates(
  { staged, register }: ImportDesk,
  { list, index, slice, plan }: PlannedSlice,
  { stamp }: ImportTask,
): Promise<number> {
  const duplicates = await findDuplicates(register, plan.lines, index);
  for (const { line, candidates } of duplicates) {
    await overwrite(
      staged.duplicates,
      { id: duplicateId(list.id, line), importId: list.id, line, slice, candidates, decided: false },
      stamp,
    );
  }
  return duplicates.length;
}

/**
 * Returns where the list contradicts the register: somebody has to find out first which is right. What the register has
 * of other municipalities is not revealed.
 */
function problemsOf({ units, elsewhere }: SlicePlan): ListProblem[] {
  const unknownHere = elsewhere.flatMap(({ lines }) =>
    lines.map(({ line, recipient }): ListProblem => ({
      line,
      column: 'BG-Nummer',
      value: recipient.benefitUnitNumber,
      code: 'CONTRADICTS_REGISTER',
      expected: 'a BG number of this municipality: the register knows this one in another',
    })),
  );
  return [...unknownHere, ...units.flatMap(applicantProblems), ...units.flatMap(receiptProblems)];
}

/** Returns the lines that would make a second applicant beside the one whom the register knows. */
function applicantProblems({ registered, lines }: MatchedUnit): ListProblem[] {
  return lines.flatMap(({ line, personId, recipient: { role, benefitSince: from } }): ListProblem[] => {
    const isKnown = registered?.members.some((member) => member.personId === personId) ?? true;
    if (role !== 'APPLICANT' || isKnown || !hasOtherApplicant(registered?.members ?? [], { personId, from })) return [];
    return [
      {
        line,
        column: 'Rolle',
        value: 'Antragsteller',
        code: 'SECOND_APPLICANT',
        expected: 'one applicant in a benefit unit: the register knows somebody else as the one of this unit',
      },
    ];
  });
}

function receiptProblems(unit: MatchedUnit): ListProblem[] {
  const { registered, lines } = unit;
  return lines.flatMap(({ line, recipient }): ListProblem[] => {
    const since = registered ? contradictedReceipt(registered, recipient) : undefined;
    if (since === undefined) return [];
    const begin = isInOtherMunicipality(unit) ? 'a later day' : `${germanDate(since)} or later`;
    return [
      {
        line,
        column: 'Leistungsbezug seit',
        value: germanDate(recipient.benefitSince),
        code: 'CONTRADICTS_REGISTER',
        expected:
          `${begin}, or an end of the benefit before that day: ` +
          'since then the register knows the benefit unit to be in receipt',
      },
    ];
  });
}

import { randomUUID } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import { findDuplicates, fileIndex, type FileIndex } from '../plan/find-duplicates.ts';
import { put, type ImportDesk, type Task } from '../import-desk.ts';
import { counted, nothingYet, type Import, type Tally } from '../import.ts';
import { isElsewhere } from '../plan/units-living-elsewhere.ts';
import { planSlice, type SlicePlan } from '../plan/plan-slice.ts';
import type { Problem } from '../read/problem.ts';
import { asWritten } from '../read/read-values.ts';
import type { KnownUnit } from '../plan/register.ts';
import { duplicateId, LINES_PER_SLICE, sliceId, type ReadLine, type Slice, type StagedLine } from '../staged.ts';
import { benefitProblem } from '../take-over/take-over-unit.ts';

type Checking = { file: Import; recipients: readonly ReadLine[]; on: string };
type CheckedAgainstRegister = { problems: Problem[]; duplicates: number; planned: Tally };

/** Stages the lines slice by slice, and holds each against who is known: what would happen, what cannot, and about whom somebody has to be asked. */
export async function checkRegister(
  desk: ImportDesk,
  { file, recipients, on }: Checking,
  task: Task,
): Promise<CheckedAgainstRegister> {
  const index = fileIndex(file.municipality, recipients);
  const found: CheckedAgainstRegister = { problems: [], duplicates: 0, planned: nothingYet };
  for (let start = 0, slice = 0; start < recipients.length; start += LINES_PER_SLICE, slice += 1) {
    const lines = await staged(desk, { file, slice, lines: recipients.slice(start, start + LINES_PER_SLICE) }, task);
    const plan = await planSlice(desk.register, { lines, verdicts: new Map(), on });
    found.planned = counted(found.planned, plan.outcomes);
    found.problems.push(...problemsOf(plan));
    found.duplicates += await askAbout(desk, { file, index, slice, plan }, task);
    await desk.staged.work.change(
      task.work.id,
      (work) => ({
        state: {
          ...(work ?? task.work),
          lines: recipients.length,
          checkedLines: start + lines.length,
          finished: false,
        },
        events: [],
      }),
      task.stamp,
    );
    await others();
  }
  return found;
}

/** The lines with the ids that wait for who is new; of a slice that was staged before, the ids it has. */
async function staged(
  desk: ImportDesk,
  { file, slice, lines }: { file: Import; slice: number; lines: readonly ReadLine[] },
  { stamp }: Task,
): Promise<StagedLine[]> {
  const fresh: Slice = {
    id: sliceId(file.id, slice),
    importId: file.id,
    lines: lines.map((line) => ({ ...line, newIds: { person: randomUUID(), benefitUnit: randomUUID() } })),
    outcomes: [],
  };
  return (await desk.staged.slices.change(fresh.id, (kept) => ({ state: kept ?? fresh, events: [] }), stamp)).lines;
}

type SliceInFile = { file: Import; index: FileIndex; slice: number; plan: SlicePlan };

async function askAbout(
  { staged, register }: ImportDesk,
  { file, index, slice, plan }: SliceInFile,
  { stamp }: Task,
): Promise<number> {
  const found = await findDuplicates(register, plan.lines, index);
  for (const { line, candidates } of found) {
    await put(
      staged.duplicates,
      { id: duplicateId(file.id, line), importId: file.id, line, slice, candidates, decided: false },
      stamp,
    );
  }
  return found.length;
}

/** Where the list contradicts what the register knows, somebody has to find out first. What is known of other municipalities is not told. */
function problemsOf({ units, elsewhere }: SlicePlan): Problem[] {
  const unknownHere = elsewhere.flatMap(({ lines }) =>
    lines.map(({ line, recipient }): Problem => ({
      line,
      column: 'BG-Nummer',
      value: recipient.benefitUnitNumber,
      code: 'CONTRADICTS_REGISTER',
      expected: 'a BG number of this municipality: the register knows this one in another',
    })),
  );
  return [...unknownHere, ...units.flatMap(claimsOlderReceipt)];
}

function claimsOlderReceipt(unit: KnownUnit): Problem[] {
  const { known, lines } = unit;
  return lines.flatMap(({ line, recipient }): Problem[] => {
    const since = known ? benefitProblem(known, recipient) : undefined;
    if (since === undefined) return [];
    const day = isElsewhere(unit) ? 'a later day' : `${asWritten(since)} or later`;
    return [
      {
        line,
        column: 'Leistungsbezug seit',
        value: asWritten(recipient.benefitSince),
        code: 'CONTRADICTS_REGISTER',
        expected: `${day}, or an end of the benefit before that day: since then the register knows the benefit unit to be in receipt`,
      },
    ];
  });
}

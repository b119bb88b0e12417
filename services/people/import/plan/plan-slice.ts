import type { LineOutcome } from '../import.ts';
import type { DuplicateDecision } from '../staged/import-duplicate.ts';
import type { StagedLine } from '../staged/list-slice.ts';
import { takeOverPerson } from '../take-over/take-over-person.ts';
import { takeOverUnit } from '../take-over/take-over-unit.ts';
import { isOtherIdentity } from './other-identity.ts';
import { findFormerUnits, type FormerUnit } from './leave-former-unit.ts';
import { matchPersons, matchUnits, type MatchedLine, type MatchedUnit, type Register } from './register.ts';
import { unitsLivingElsewhere } from './units-living-elsewhere.ts';

/** What taking a slice over will do: to which persons and units, and the outcome of each line. */
export type SlicePlan = {
  lines: MatchedLine[];
  units: MatchedUnit[];
  /** Units that are not touched, because they belong to another municipality. */
  elsewhere: MatchedUnit[];
  formerUnits: FormerUnit[];
  outcomes: LineOutcome[];
};

type SliceToPlan = {
  lines: readonly StagedLine[];
  decisions: ReadonlyMap<number, DuplicateDecision>;
  on: string;
  /** True when the list is taken over: then nobody becomes somebody else without a decision. */
  takingOver?: boolean;
};

/** Plans a slice against the register as it is now. Writes nothing. */
export async function planSlice(
  register: Register,
  { lines, decisions, on, takingOver = false }: SliceToPlan,
): Promise<SlicePlan> {
  const wanted = lines.filter(({ line }) => decisions.get(line)?.decision !== 'SKIP');
  const matched = (await matchPersons(register, wanted, decisions)).filter(
    (line) => !takingOver || decisions.has(line.line) || !isAboutAnother(line),
  );
  const { formerUnits, elsewhere } = await findFormerUnits(register, matched);
  const listedUnits = await matchUnits(
    register,
    matched.map((line) => ({ ...line, elsewhere: elsewhere.get(line.personId) ?? [] })),
  );
  const livingElsewhere = await unitsLivingElsewhere(register, listedUnits);
  const units = listedUnits.filter((unit) => !livingElsewhere.has(unit));
  const linesWithUnitChange = new Set([
    ...units.filter((unit) => changesUnit(unit, on)).flatMap((unit) => unit.lines.map(({ line }) => line)),
    ...linesThatLeave(formerUnits, matched),
  ]);
  const outcomes = new Map(
    matched.map((line) => [line.line, outcomeOf(line, { unitChanges: linesWithUnitChange.has(line.line), on })]),
  );
  return {
    lines: matched,
    units,
    elsewhere: [...livingElsewhere],
    formerUnits,
    outcomes: lines.map(({ line }) => outcomes.get(line) ?? 'SKIPPED'),
  };
}

/** True when the number became somebody else's since the list was checked. */
function isAboutAnother({ registered, recipient }: MatchedLine): boolean {
  return registered !== null && isOtherIdentity(registered, recipient);
}

function outcomeOf(
  { registered, newIds, personId, recipient }: MatchedLine,
  { unitChanges, on }: { unitChanges: boolean; on: string },
): LineOutcome {
  // Registered under the id that waited for them: by this line, before a crash.
  if (!registered || registered.id === newIds.person) return 'CREATED';
  const changesPerson = takeOverPerson(registered, { personId, recipient, on }).events.length > 0;
  return unitChanges || changesPerson ? 'UPDATED' : 'UNCHANGED';
}

function changesUnit({ registered, unitId, lines }: MatchedUnit, today: string): boolean {
  return takeOverUnit(registered, { unitId, members: lines, today }).events.length > 0;
}

function linesThatLeave(formerUnits: readonly FormerUnit[], lines: readonly MatchedLine[]): number[] {
  const leaving = new Set(formerUnits.map(({ personId }) => personId));
  return lines.filter(({ personId }) => leaving.has(personId)).map(({ line }) => line);
}

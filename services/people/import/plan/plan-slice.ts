import { findAll } from '#shared/documents/find-all.ts';
import type { Period } from '#shared/calendar/days.ts';
import type { BenefitUnit } from '../../benefit-unit/benefit-unit.ts';
import { timesElsewhere } from '../../benefit-unit/membership.ts';
import type { LineOutcome } from '../import.ts';
import { leaveFor } from './leave-former-unit.ts';
import { leftElsewhere } from './units-living-elsewhere.ts';
import { whichUnits, whoIsWho, type KnownLine, type KnownUnit, type Register } from './register.ts';
import type { StagedLine } from '../staged.ts';
import type { Verdict } from './verdict.ts';
import { takeOverPerson } from '../take-over/take-over-person.ts';
import { takeOverUnit } from '../take-over/take-over-unit.ts';

/** What taking over some lines will do: to whom, to which units, and for each line what comes of it. */
export type SlicePlan = {
  lines: KnownLine[];
  units: KnownUnit[];
  /** Units that are not touched, because they belong to another municipality. */
  elsewhere: KnownUnit[];
  left: Left[];
  outcomes: LineOutcome[];
};
/** Somebody who is listed with another BG number now. */
export type Left = { unit: BenefitUnit; personId: string; from: string };

type Slicing = { lines: readonly StagedLine[]; verdicts: ReadonlyMap<number, Verdict>; on: string };

/** Looks at the register, writes nothing. */
export async function planSlice(register: Register, { lines, verdicts, on }: Slicing): Promise<SlicePlan> {
  const taken = lines.filter(({ line }) => verdicts.get(line)?.decision !== 'SKIP');
  const known = await whoIsWho(register, taken, verdicts);
  const { left, elsewhere } = await otherUnits(register, known);
  const named = await whichUnits(
    register,
    known.map((line) => ({ ...line, elsewhere: elsewhere.get(line.personId) ?? [] })),
  );
  const staying = await leftElsewhere(register, named);
  const units = named.filter((unit) => !staying.has(unit));
  const changed = new Set([
    ...units.filter((unit) => changes(unit, on)).flatMap((unit) => unit.lines.map(({ line }) => line)),
    ...linesThatLeave(left, known),
  ]);
  const outcomes = new Map(
    known.map((line) => [line.line, outcomeOf(line, { unitChanges: changed.has(line.line), on })]),
  );
  return {
    lines: known,
    units,
    elsewhere: [...staying],
    left,
    outcomes: lines.map(({ line }) => outcomes.get(line) ?? 'SKIPPED'),
  };
}

function outcomeOf(
  { known, newIds, personId, recipient }: KnownLine,
  { unitChanges, on }: { unitChanges: boolean; on: string },
): LineOutcome {
  // Under the id that waited for them: by this line, before a crash.
  if (!known || known.id === newIds.person) return 'CREATED';
  return unitChanges || takeOverPerson(known, { personId, recipient, on }).events.length > 0 ? 'UPDATED' : 'UNCHANGED';
}

function changes({ known, unitId, lines }: KnownUnit, today: string): boolean {
  return takeOverUnit(known, { unitId, members: lines, today }).events.length > 0;
}

type OtherUnits = { left: Left[]; elsewhere: ReadonlyMap<string, Period[]> };

/** Units with another number: which of them these people have left, and when they belonged to them then. */
async function otherUnits({ benefitUnits }: Register, lines: readonly KnownLine[]): Promise<OtherUnits> {
  const listed = new Map(lines.filter(({ known }) => known !== null).map((line) => [line.personId, line.recipient]));
  const theirs =
    listed.size === 0 ? [] : await findAll(benefitUnits, { 'members.personId': { in: [...listed.keys()] } });
  const left: Left[] = [];
  const elsewhere = new Map<string, Period[]>();
  for (const [personId, { benefitUnitNumber, benefitSince: from }] of listed) {
    for (const unit of theirs.filter(
      ({ number, members }) => number !== benefitUnitNumber && members.some((member) => member.personId === personId),
    )) {
      const leaving = leaveFor(unit, { personId, from });
      if (leaving.events.length > 0) left.push({ unit, personId, from });
      elsewhere.set(personId, [...(elsewhere.get(personId) ?? []), ...timesElsewhere(personId, [leaving.state], '')]);
    }
  }
  return { left, elsewhere };
}

function linesThatLeave(left: readonly Left[], lines: readonly KnownLine[]): number[] {
  const leaving = new Set(left.map(({ personId }) => personId));
  return lines.filter(({ personId }) => leaving.has(personId)).map(({ line }) => line);
}

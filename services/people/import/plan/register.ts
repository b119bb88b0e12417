import type { Collection } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import type { Period } from '#shared/calendar/days.ts';
import type { BenefitUnit } from '../../benefit-unit/benefit-unit.ts';
import type { Person } from '../../person/person.ts';
import type { DuplicateDecision } from '../staged/import-duplicate.ts';
import type { StagedLine } from '../staged/list-slice.ts';

/** The persons and benefit units of the job centre. */
export type Register = { persons: Collection<Person>; benefitUnits: Collection<BenefitUnit> };

/** A line and the person it is about: `registered` already, or null and new under the id that waits for them. */
export type MatchedLine = StagedLine & { personId: string; registered: Person | null };

/** Finds the person of each line by customer number, or by what somebody decided about the line. */
export async function matchPersons(
  { persons }: Register,
  lines: readonly StagedLine[],
  decisions: ReadonlyMap<number, DuplicateDecision>,
): Promise<MatchedLine[]> {
  const numbers = lines.map(({ recipient }) => recipient.customerNumber);
  const byNumber = new Map(
    (await findAll(persons, { customerNumber: { in: numbers } })).map((person) => [person.customerNumber, person]),
  );
  const decidedIds = [...decisions.values()].flatMap(({ personId }) => personId ?? []);
  const byId = new Map(
    (decidedIds.length > 0 ? await persons.getMany(decidedIds) : []).flatMap((person) =>
      person ? [[person.id, person] as const] : [],
    ),
  );
  return lines.map((line) => {
    const { customerNumber } = line.recipient;
    // A number that somebody has by now is theirs, whatever was decided before.
    const registered = byNumber.get(customerNumber) ?? byId.get(decisions.get(line.line)?.personId ?? '') ?? null;
    return { ...line, registered, personId: registered?.id ?? line.newIds.person };
  });
}

/** A line, and when its person belonged to units with another BG number. */
type MemberLine = MatchedLine & { elsewhere: readonly Period[] };

/** The lines with one BG number and their unit: `registered` already, or null and new. */
export type MatchedUnit = { unitId: string; registered: BenefitUnit | null; lines: MemberLine[] };

/** Finds the benefit units of these lines by BG number. */
export async function matchUnits({ benefitUnits }: Register, lines: readonly MemberLine[]): Promise<MatchedUnit[]> {
  const byNumber = Map.groupBy(lines, ({ recipient }) => recipient.benefitUnitNumber);
  const registeredUnits = new Map(
    (await findAll(benefitUnits, { number: { in: [...byNumber.keys()] } })).map((unit) => [unit.number, unit]),
  );
  return [...byNumber].flatMap(([number, members]) => {
    const registered = registeredUnits.get(number) ?? null;
    const unitId = registered?.id ?? members[0]?.newIds.benefitUnit;
    return unitId === undefined ? [] : [{ registered, unitId, lines: members }];
  });
}

import type { Collection } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import type { Period } from '#shared/calendar/days.ts';
import type { BenefitUnit } from '../../benefit-unit/benefit-unit.ts';
import type { Person } from '../../person/person.ts';
import type { StagedLine } from '../staged.ts';
import type { Verdict } from './verdict.ts';

/** Who the job centre knows. */
export type Register = { persons: Collection<Person>; benefitUnits: Collection<BenefitUnit> };

/** A line, and the person it is about: known already, or with the id that waits for them. */
export type KnownLine = StagedLine & { personId: string; known: Person | null };

/** Finds each recipient by customer number, or by what somebody decided about the line. */
export async function whoIsWho(
  { persons }: Register,
  lines: readonly StagedLine[],
  verdicts: ReadonlyMap<number, Verdict>,
): Promise<KnownLine[]> {
  const numbers = lines.map(({ recipient }) => recipient.customerNumber);
  const byNumber = new Map(
    (await findAll(persons, { customerNumber: { in: numbers } })).map((person) => [person.customerNumber, person]),
  );
  const decided = [...verdicts.values()].flatMap(({ personId }) => personId ?? []);
  const byId = new Map(
    (decided.length > 0 ? await persons.getMany(decided) : []).flatMap((person) =>
      person ? [[person.id, person] as const] : [],
    ),
  );
  return lines.map((line) => {
    const { customerNumber } = line.recipient;
    // A number that somebody has by now is theirs, whatever was decided before.
    const known = byNumber.get(customerNumber) ?? byId.get(verdicts.get(line.line)?.personId ?? '') ?? null;
    return { ...line, known, personId: known?.id ?? line.newIds.person };
  });
}

/** With it, when the person belonged to units with another number. */
type MemberLine = KnownLine & { elsewhere: readonly Period[] };
export type KnownUnit = { unitId: string; known: BenefitUnit | null; lines: MemberLine[] };

/** The benefit units of these lines, by BG number. */
export async function whichUnits({ benefitUnits }: Register, lines: readonly MemberLine[]): Promise<KnownUnit[]> {
  const byNumber = Map.groupBy(lines, ({ recipient }) => recipient.benefitUnitNumber);
  const known = new Map(
    (await findAll(benefitUnits, { number: { in: [...byNumber.keys()] } })).map((unit) => [unit.number, unit]),
  );
  return [...byNumber].flatMap(([number, members]) => {
    const unit = known.get(number) ?? null;
    const unitId = unit?.id ?? members[0]?.newIds.benefitUnit;
    return unitId === undefined ? [] : [{ known: unit, unitId, lines: members }];
  });
}

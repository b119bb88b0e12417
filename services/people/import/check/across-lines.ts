import type { Problem } from '../read/problem.ts';
import { asWritten } from '../read/read-values.ts';
import type { ReadLine } from '../staged.ts';

type SeenUnit = { line: number; benefitSince: string; benefitUntil: string | undefined; applicantLine?: number };

/** Checks each line against those before it: called with the lines in order, it answers what is wrong with the next. */
export function acrossLines(): (next: ReadLine) => Problem[] {
  const customers = new Map<string, number>();
  const units = new Map<string, SeenUnit>();
  return (next) => {
    const again = customers.get(next.recipient.customerNumber);
    if (again !== undefined) return [doubled(next, again)];
    customers.set(next.recipient.customerNumber, next.line);

    const unit = units.get(next.recipient.benefitUnitNumber);
    const problems = unit ? contradictions(next, unit) : [];
    const applicantLine = unit?.applicantLine ?? (next.recipient.role === 'APPLICANT' ? next.line : undefined);
    const { benefitSince, benefitUntil } = next.recipient;
    units.set(next.recipient.benefitUnitNumber, {
      ...(unit ?? { line: next.line, benefitSince, benefitUntil }),
      ...(applicantLine !== undefined && { applicantLine }),
    });
    return problems;
  };
}

function doubled({ line, recipient: { customerNumber } }: ReadLine, first: number): Problem {
  return {
    line,
    column: 'Kundennummer',
    value: customerNumber,
    code: 'DOUBLED_CUSTOMER_NUMBER',
    expected: `every customer number once; line ${first} has it already`,
  };
}

/** The benefit is one of the whole unit, and one person applied for it. */
function contradictions({ line, recipient }: ReadLine, unit: SeenUnit): Problem[] {
  const { role, benefitSince, benefitUntil } = recipient;
  const sameUnit = `as for the same BG number in line ${unit.line}`;
  const problems: Problem[] = [];
  if (role === 'APPLICANT' && unit.applicantLine !== undefined) {
    problems.push({
      line,
      column: 'Rolle',
      value: 'Antragsteller',
      code: 'SECOND_APPLICANT',
      expected: `one applicant in a benefit unit; line ${unit.applicantLine} is it already`,
    });
  }
  if (benefitSince !== unit.benefitSince) {
    problems.push({
      line,
      column: 'Leistungsbezug seit',
      value: asWritten(benefitSince),
      code: 'CONTRADICTS_BENEFIT_UNIT',
      expected: `${asWritten(unit.benefitSince)}, ${sameUnit}`,
    });
  }
  if (benefitUntil !== unit.benefitUntil) {
    const [value, expected] = [benefitUntil, unit.benefitUntil].map((until) =>
      until === undefined ? null : asWritten(until),
    );
    problems.push({
      line,
      column: 'Leistungsbezug bis',
      value: value ?? null,
      code: 'CONTRADICTS_BENEFIT_UNIT',
      expected: `${expected ?? 'nothing'}, ${sameUnit}`,
    });
  }
  return problems;
}

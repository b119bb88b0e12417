import type { Problem } from './problem.ts';
import { asWritten } from './read-values.ts';
import type { StagedLine } from './staged.ts';

type SeenUnit = { line: number; benefitSince: string; benefitUntil: string | undefined; applicantLine?: number };

/** Checks each line against those before it: called with the lines in order, it answers what is wrong with the next. */
export function acrossLines(): (next: StagedLine) => Problem[] {
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
    units.set(next.recipient.benefitUnitNumber, { ...(unit ?? { line: next.line, benefitSince, benefitUntil }), ...(applicantLine !== undefined && { applicantLine }) });
    return problems;
  };
}

function doubled({ line, recipient: { customerNumber } }: StagedLine, first: number): Problem {
  return { line, column: 'Kundennummer', value: customerNumber, code: 'DOUBLED_CUSTOMER_NUMBER', expected: `every customer number once; line ${first} has it already` };
}

/** The benefit is one of the whole unit, and one person applied for it. */
function contradictions({ line, recipient }: StagedLine, unit: SeenUnit): Problem[] {
  const { benefitUnitNumber, role, benefitSince, benefitUntil } = recipient;
  const about = (column: string, value: string | undefined, code: Problem['code'], expected: string): Problem => ({ line, column, value: value ?? null, code, expected });
  return [
    ...(role === 'APPLICANT' && unit.applicantLine !== undefined ? [about('Rolle', benefitUnitNumber, 'SECOND_APPLICANT', `one applicant in a benefit unit; line ${unit.applicantLine} is it already`)] : []),
    ...(benefitSince !== unit.benefitSince ? [about('Leistungsbezug seit', asWritten(benefitSince), 'CONTRADICTS_BENEFIT_UNIT', `${asWritten(unit.benefitSince)}, as for the same BG number in line ${unit.line}`)] : []),
    ...(benefitUntil !== unit.benefitUntil ? [about('Leistungsbezug bis', benefitUntil && asWritten(benefitUntil), 'CONTRADICTS_BENEFIT_UNIT', `${unit.benefitUntil ? asWritten(unit.benefitUntil) : 'nothing'}, as for the same BG number in line ${unit.line}`)] : []),
  ];
}

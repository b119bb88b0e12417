import type { ListColumn } from '../read/list-columns.ts';
import type { ListProblem } from '../read/list-problem.ts';
import { germanDate } from '../read/read-values.ts';
import type { ListedRecipient } from '../read/listed-recipient.ts';
import type { ReadLine } from '../staged/list-slice.ts';

/** What the earlier lines of a BG number have. */
type Times = Pick<ListedRecipient, 'birthDate' | 'benefitSince' | 'benefitUntil'>;
type EarlierLines = Times & {
  line: number;
  applicantLine?: number;
};

/** Returns a check of each line against those before it, to be called with the lines in order. */
export function acrossLines(): (next: ReadLine) => ListProblem[] {
  const lineOfCustomer = new Map<string, number>();
  const units = new Map<string, EarlierLines>();
  return (next) => {
    const firstLine = lineOfCustomer.get(next.recipient.customerNumber);
    if (firstLine !== undefined) return [doubledNumber(next, firstLine)];
    lineOfCustomer.set(next.recipient.customerNumber, next.line);

    const unit = units.get(next.recipient.benefitUnitNumber);
    const problems = unit ? contradictions(next, unit) : [];
    const applicantLine = unit?.applicantLine ?? (next.recipient.role === 'APPLICANT' ? next.line : undefined);
    const eldest = unit && !wasBornInto(next.recipient, unit) ? unit : { line: next.line, ...timesOf(next.recipient) };
    units.set(next.recipient.benefitUnitNumber, {
      ...eldest,
      ...(applicantLine !== undefined && { applicantLine }),
    });
    return problems;
  };
}

function doubledNumber({ line, recipient: { customerNumber } }: ReadLine, firstLine: number): ListProblem {
  return {
    line,
    column: 'Kundennummer',
    value: customerNumber,
    code: 'DOUBLED_CUSTOMER_NUMBER',
    expected: `every customer number once; line ${firstLine} has it already`,
  };
}

/** Returns where a line contradicts its unit: the benefit is that of the whole unit, and one person applied for it. */
function contradictions({ line, recipient }: ReadLine, unit: EarlierLines): ListProblem[] {
  const { role, benefitSince, benefitUntil } = recipient;
  const benefitProblem = (
    column: ListColumn,
    value: string | undefined,
    expected: string | undefined,
  ): ListProblem => ({
    line,
    column,
    value: dateOf(value) ?? null,
    code: 'CONTRADICTS_BENEFIT_UNIT',
    expected: `${dateOf(expected) ?? 'nothing'}, as for the same BG number in line ${unit.line}`,
  });
  const problems: ListProblem[] = [];
  if (role === 'APPLICANT' && unit.applicantLine !== undefined) {
    problems.push({
      line,
      column: 'Rolle',
      value: 'Antragsteller',
      code: 'SECOND_APPLICANT',
      expected: `one applicant in a benefit unit; line ${unit.applicantLine} is it already`,
    });
  }
  if (benefitSince !== unit.benefitSince && !wasBornInto(unit, recipient) && !wasBornInto(recipient, unit))
    problems.push(benefitProblem('Leistungsbezug seit', benefitSince, unit.benefitSince));
  if (benefitUntil !== unit.benefitUntil)
    problems.push(benefitProblem('Leistungsbezug bis', benefitUntil, unit.benefitUntil));
  return problems;
}

/** True when the later of two benefits begins later because its person was not born yet when the unit had it. */
function wasBornInto(unit: Times, later: Times): boolean {
  return unit.benefitSince < later.birthDate && later.birthDate <= later.benefitSince;
}

function timesOf({ birthDate, benefitSince, benefitUntil }: ListedRecipient): Times {
  return { birthDate, benefitSince, ...(benefitUntil !== undefined && { benefitUntil }) };
}

function dateOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : germanDate(day);
}

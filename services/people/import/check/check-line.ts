import { plainText } from '#shared/codes/plain-text.ts';
import { employableTime } from '../../person/employable-age.ts';
import { filled, printable, youngerThan } from '../../person/value-rules.ts';
import { shown, UnreadableValue, type ListProblem } from '../read/list-problem.ts';
import { isOverlong, overlongLine } from '../read/list-size.ts';
import type { ListHeader } from '../read/read-header.ts';
import type { TextLine } from '../read/split-into-lines.ts';
import { germanDate, ruleReader } from '../read/read-values.ts';
import {
  columnOfField,
  isWholeRecipient,
  recipientFields,
  requiredColumns,
  type ListedRecipient,
  type RecipientReaders,
} from '../read/listed-recipient.ts';
import { separatedValues } from '../read/separated-values.ts';

type CheckedLine = { line: number; recipient: ListedRecipient } | { line: number; problems: ListProblem[] };

/** Reads one line: a recipient, or every mistake in it. */
export function checkLine({ line, text }: TextLine, header: ListHeader, readers: RecipientReaders): CheckedLine {
  const values = readableValues({ line, text }, header);
  if (!Array.isArray(values)) return { line, problems: [values] };

  const read = recipientFields.map((field) =>
    readField(field, values[header.positions.indexOf(columnOfField[field])], readers),
  );
  const recipient = read.reduce<Partial<ListedRecipient>>((all, { fact }) => ({ ...all, ...fact }), {});
  const problems = [...read.flatMap(({ problem }) => problem ?? []), ...contradictions(recipient)];
  return problems.length === 0 && isWholeRecipient(recipient)
    ? { line, recipient }
    : { line, problems: problems.map((problem) => ({ line, ...problem })) };
}

/** Returns the values of a line, as many as the header has, or why the line cannot be read. */
function readableValues(
  { line, text }: TextLine,
  { separator, positions, unnamed }: ListHeader,
): string[] | ListProblem {
  const problem = (code: ListProblem['code'], expected: string): ListProblem => ({
    line,
    column: null,
    value: shown(text),
    code,
    expected,
  });
  if (isOverlong(text)) return overlongLine(line);
  const values = separatedValues(text, separator);
  if (!values)
    return problem('WRONG_QUOTE', 'a quotation mark before and after the whole value, and a doubled one within');
  if (values.length !== positions.length)
    return problem(
      values.length < positions.length ? 'TOO_FEW_VALUES' : 'TOO_MANY_VALUES',
      `${positions.length} values, as in the header, not ${values.length}`,
    );
  const stray = unnamed.find((at) => plainText(values[at] ?? '') !== '');
  return stray === undefined
    ? values
    : problem('UNKNOWN_COLUMN', `a heading above value ${stray + 1} of the line, or no value there`);
}

type ProblemOnLine = Omit<ListProblem, 'line'>;
type ReadField = { fact?: Partial<ListedRecipient>; problem?: ProblemOnLine };

/** Reads a field. `value` is undefined where the list lacks the column: a problem of the header, not of every line. */
function readField(field: keyof ListedRecipient, value: string | undefined, readers: RecipientReaders): ReadField {
  const column = columnOfField[field];
  const trimmed = plainText(value ?? '');
  if (trimmed === '')
    return value !== undefined && requiredColumns.has(column)
      ? { problem: { column, value: null, code: 'REQUIRED', expected: 'a value; this column is never empty' } }
      : {};
  try {
    return { fact: { [field]: readers[field](ruleReader(filled)(ruleReader(printable)(trimmed))) } };
  } catch (error) {
    if (error instanceof UnreadableValue)
      return { problem: { column, value: shown(trimmed), code: error.code, expected: error.expected } };
    throw error;
  }
}

/** Returns the values that are right each by itself, and wrong together. */
function contradictions(read: Partial<ListedRecipient>): ProblemOnLine[] {
  const { birthDate, children = [], benefitSince } = read;
  const problems: ProblemOnLine[] = [];
  const rule = youngerThan(birthDate ?? '');
  const olderThanParent = children.find((born) => !rule.holds(born));
  if (olderThanParent !== undefined)
    problems.push({ column: 'Kinder', value: germanDate(olderThanParent), code: rule.code, expected: rule.expected });
  return benefitSince === undefined ? problems : [...problems, ...benefitContradictions({ ...read, benefitSince })];
}

/** Returns what contradicts the first day of the benefit: age, birth and the last day. */
function benefitContradictions({
  birthDate,
  benefitSince,
  benefitUntil,
}: Pick<ListedRecipient, 'benefitSince'> & Partial<ListedRecipient>): ProblemOnLine[] {
  const problems: ProblemOnLine[] = [];
  if (birthDate !== undefined && employableTime(birthDate).to < benefitSince) {
    problems.push({
      column: 'Geburtsdatum',
      value: germanDate(birthDate),
      code: 'IMPLAUSIBLE_BIRTH_DATE',
      expected: `somebody below the age limit of §7a SGB II on ${germanDate(benefitSince)}, when the benefit started`,
    });
  }
  if (birthDate !== undefined && benefitSince < birthDate) {
    problems.push({
      column: 'Leistungsbezug seit',
      value: germanDate(benefitSince),
      code: 'BEFORE_BIRTH',
      expected: `${germanDate(birthDate)} or later, when the person was born`,
    });
  }
  if (benefitUntil !== undefined && benefitUntil < benefitSince) {
    problems.push({
      column: 'Leistungsbezug bis',
      value: germanDate(benefitUntil),
      code: 'END_BEFORE_START',
      expected: `a day on or after ${germanDate(benefitSince)}, when the benefit started`,
    });
  }
  return problems;
}

import { employableTime } from '../../person/employable-age.ts';
import { printable, youngerThan } from '../../person/value-rules.ts';
import type { Problem } from '../read/problem.ts';
import { Unreadable } from '../read/problem.ts';
import type { Header } from '../read/read-header.ts';
import type { TextLine } from '../read/read-lines.ts';
import { asWritten, held } from '../read/read-values.ts';
import {
  columnOfField,
  isRecipient,
  recipientFields,
  requiredColumns,
  type Recipient,
  type RecipientReaders,
} from '../read/recipient.ts';
import { separatedValues } from '../read/separated-values.ts';

type CheckedLine = { line: number; recipient: Recipient } | { line: number; problems: Problem[] };

/** Reads one line: a recipient, or everything that is wrong with it. */
export function checkLine({ line, text }: TextLine, header: Header, readers: RecipientReaders): CheckedLine {
  const values = separatedValues(text, header.separator);
  const asWhole = (code: Problem['code'], expected: string): CheckedLine => ({
    line,
    problems: [{ line, column: null, value: text.slice(0, 100), code, expected }],
  });
  if (!values)
    return asWhole('WRONG_QUOTE', 'a quotation mark before and after the whole value, and a doubled one within');
  const expected = header.positions.length;
  if (values.length !== expected)
    return asWhole(
      values.length < expected ? 'TOO_FEW_VALUES' : 'TOO_MANY_VALUES',
      `${expected} values, as in the header, not ${values.length}`,
    );

  const read = recipientFields.map((field) =>
    readField(field, values[header.positions.indexOf(columnOfField[field])], readers),
  );
  const recipient = read.reduce<Partial<Recipient>>((all, { fact }) => ({ ...all, ...fact }), {});
  const problems = [...read.flatMap(({ problem }) => problem ?? []), ...contradictions(recipient)];
  return problems.length === 0 && isRecipient(recipient)
    ? { line, recipient }
    : { line, problems: problems.map((problem) => ({ line, ...problem })) };
}

type OnLine = Omit<Problem, 'line'>;
type ReadField = { fact?: Partial<Recipient>; problem?: OnLine };

/** `value` is undefined where the list does not have the column: then the header says so, not every line. */
function readField(field: keyof Recipient, value: string | undefined, readers: RecipientReaders): ReadField {
  const column = columnOfField[field];
  const trimmed = value?.trim() ?? '';
  if (trimmed === '')
    return value !== undefined && requiredColumns.has(column)
      ? { problem: { column, value: null, code: 'REQUIRED', expected: 'a value; this column is never empty' } }
      : {};
  try {
    return { fact: { [field]: readers[field](held(printable)(trimmed)) } };
  } catch (error) {
    if (error instanceof Unreadable)
      return { problem: { column, value: trimmed, code: error.code, expected: error.expected } };
    throw error;
  }
}

/** Values that are right each by itself, and wrong together. */
function contradictions({ birthDate, children = [], benefitSince, benefitUntil }: Partial<Recipient>): OnLine[] {
  const problems: OnLine[] = [];
  const rule = youngerThan(birthDate ?? '');
  const older = children.find((born) => !rule.holds(born));
  if (older !== undefined)
    problems.push({ column: 'Kinder', value: asWritten(older), code: rule.code, expected: rule.expected });
  if (benefitSince === undefined) return problems;
  if (birthDate !== undefined && employableTime(birthDate).to < benefitSince) {
    problems.push({
      column: 'Geburtsdatum',
      value: asWritten(birthDate),
      code: 'IMPLAUSIBLE_BIRTH_DATE',
      expected: `somebody below the age limit of §7a SGB II on ${asWritten(benefitSince)}, when the benefit started`,
    });
  }
  if (benefitUntil !== undefined && benefitUntil < benefitSince) {
    problems.push({
      column: 'Leistungsbezug bis',
      value: asWritten(benefitUntil),
      code: 'END_BEFORE_START',
      expected: `a day on or after ${asWritten(benefitSince)}, when the benefit started`,
    });
  }
  return problems;
}

/** The kinds of mistake in a file, a line or a value. */
export const listProblemCodes = [
  'NOT_UTF8',
  'NO_LINES',
  'TOO_MANY_LINES',
  'TOO_MANY_COLUMNS',
  'CHECK_GIVEN_UP',
  'NO_SEPARATOR',
  'UNKNOWN_COLUMN',
  'MISSING_COLUMN',
  'DOUBLED_COLUMN',
  'WRONG_QUOTE',
  'TOO_FEW_VALUES',
  'TOO_MANY_VALUES',
  'REQUIRED',
  'TOO_LONG',
  'CONTROL_CHARACTER',
  'PLACEHOLDER',
  'NOT_A_DATE',
  'IMPOSSIBLE_DATE',
  'DATE_IN_FUTURE',
  'BEFORE_SGB_II',
  'BEFORE_BIRTH',
  'IMPLAUSIBLE_BIRTH_DATE',
  'UNKNOWN_WORD',
  'INVALID_CUSTOMER_NUMBER',
  'INVALID_BENEFIT_UNIT_NUMBER',
  'INVALID_POSTCODE',
  'INVALID_PHONE',
  'INVALID_EMAIL',
  'INVALID_HOURS',
  'INVALID_LANGUAGE',
  'TOO_MANY_ENTRIES',
  'LEADING_ZERO_MISSING',
  'UNKNOWN_MUNICIPALITY',
  'OTHER_MUNICIPALITY',
  'UNKNOWN_OCCUPATION',
  'END_BEFORE_START',
  'DOUBLED_CUSTOMER_NUMBER',
  'SECOND_APPLICANT',
  'CONTRADICTS_BENEFIT_UNIT',
  'CONTRADICTS_REGISTER',
] as const;
type ListProblemCode = (typeof listProblemCodes)[number];

/**
 * A mistake in a list, so that its maker finds and mends it. `value` is personal: for those who import the list alone.
 */
export type ListProblem = {
  /** The number that an editor shows: the header is line 1. */
  line: number;
  column: string | null;
  value: string | null;
  code: ListProblemCode;
  expected: string;
};

/** Reports a value that cannot be read. Becomes a `ListProblem` where line and column are known. */
export class UnreadableValue extends Error {
  readonly code: ListProblemCode;
  readonly expected: string;

  constructor(code: ListProblemCode, expected: string) {
    super(code);
    this.name = 'Unreadable';
    this.code = code;
    this.expected = expected;
  }
}

const LONGEST_SHOWN = 100;

/** Returns what a file holds so that it can be shown: signs that a terminal would obey replaced, and cut. */
export function shown(text: string): string {
  const printable = text.slice(0, 2 * LONGEST_SHOWN).replace(/\p{C}/gu, '·');
  return printable.length > LONGEST_SHOWN ? `${printable.slice(0, LONGEST_SHOWN - 1)}…` : printable;
}

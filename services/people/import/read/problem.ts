/** Everything that can be wrong with a file, a line or a value. */
export const problemCodes = [
  'NOT_UTF8',
  'NO_LINES',
  'TOO_MANY_LINES',
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
  'NOT_A_DATE',
  'IMPOSSIBLE_DATE',
  'DATE_IN_FUTURE',
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
type ProblemCode = (typeof problemCodes)[number];

/** One mistake in a file, so that whoever made the file finds and mends it. `value` is personal: for the importer's eyes alone. */
export type Problem = {
  /** As an editor counts: the header is line 1. */
  line: number;
  column: string | null;
  value: string | null;
  code: ProblemCode;
  expected: string;
};

/** A value that cannot be read: thrown by the readers of values, turned into a `Problem` where line and column are known. */
export class Unreadable extends Error {
  readonly code: ProblemCode;
  readonly expected: string;

  constructor(code: ProblemCode, expected: string) {
    super(code);
    this.name = 'Unreadable';
    this.code = code;
    this.expected = expected;
  }
}

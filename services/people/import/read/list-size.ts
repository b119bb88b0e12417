import type { ListProblem } from './list-problem.ts';

/** How large a list may be, so that checking it takes the same memory as any other. */
export const MAX_RECIPIENTS = 20_000;
export const MAX_COLUMNS = 200;
/** Longer than a line with every column filled to its end. */
const LONGEST_LINE = 10_000;

/** True when a line is longer than any line of recipients: it is not taken apart. */
export function isOverlong(text: string): boolean {
  return text.length > LONGEST_LINE;
}

export function tooManyRecipients(line: number): ListProblem {
  return {
    line,
    column: null,
    value: null,
    code: 'TOO_MANY_LINES',
    expected: `at most ${MAX_RECIPIENTS} recipients without counting the header; import the list in parts`,
  };
}

export function overlongLine(line: number): ListProblem {
  return {
    line,
    column: null,
    value: null,
    code: 'TOO_LONG',
    expected: `at most ${LONGEST_LINE} characters in a line`,
  };
}

export function tooManyColumns(line: number): ListProblem {
  return {
    line,
    column: null,
    value: null,
    code: 'TOO_MANY_COLUMNS',
    expected: `at most ${MAX_COLUMNS} columns; delete the empty ones, then save the list again`,
  };
}

/** True when the line has more values than a list has columns. Counted before the line is taken apart. */
export function hasTooManyColumns(text: string, separator: string): boolean {
  let columns = 1;
  for (let at = text.indexOf(separator); at >= 0 && columns <= MAX_COLUMNS; at = text.indexOf(separator, at + 1))
    columns += 1;
  return columns > MAX_COLUMNS;
}

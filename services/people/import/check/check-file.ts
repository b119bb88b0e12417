import { setImmediate as letRequestsRun } from 'node:timers/promises';
import type { ListProblem } from '../read/list-problem.ts';
import type { RecipientReaders } from '../read/listed-recipient.ts';
import { readHeader } from '../read/read-header.ts';
import { splitIntoLines } from '../read/split-into-lines.ts';
import { LINES_PER_SLICE, type ReadLine } from '../staged/list-slice.ts';
import { acrossLines } from './across-lines.ts';
import { checkLine } from './check-line.ts';

/** The lines of a file without a mistake, in their order, and every mistake in the others. */
type CheckedFile = { lines: number; recipients: ReadLine[]; problems: ListProblem[] };

/** Checks a whole file, slice by slice, so that requests are answered in between. */
export async function checkFile(bytes: Uint8Array, readers: RecipientReaders): Promise<CheckedFile> {
  const {
    lines: [headerLine, ...lines],
    problems,
    separator,
  } = splitIntoLines(bytes);
  if (!headerLine) return { lines: 0, recipients: [], problems: problems.length > 0 ? problems : [noLines] };
  const { header, problems: headerProblems } = readHeader(headerLine, separator);
  problems.push(...headerProblems);
  if (!header) return { lines: lines.length, recipients: [], problems };
  if (lines.length === 0) problems.push(noLines);

  const recipients: ReadLine[] = [];
  const checkAcross = acrossLines();
  for (let start = 0; start < lines.length; start += LINES_PER_SLICE) {
    for (const line of lines.slice(start, start + LINES_PER_SLICE)) {
      const checked = checkLine(line, header, readers);
      const lineProblems = 'problems' in checked ? checked.problems : checkAcross(checked);
      problems.push(...lineProblems);
      if ('recipient' in checked && lineProblems.length === 0) recipients.push(checked);
    }
    await letRequestsRun();
  }
  return { lines: lines.length, recipients, problems: problems.toSorted((a, b) => a.line - b.line) };
}

const noLines: ListProblem = {
  line: 1,
  column: null,
  value: null,
  code: 'NO_LINES',
  expected: 'a header line with the column names, and below it one line for each recipient',
};

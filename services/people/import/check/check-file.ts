import { setImmediate as others } from 'node:timers/promises';
import { acrossLines } from './across-lines.ts';
import { checkLine } from './check-line.ts';
import type { Problem } from '../read/problem.ts';
import { readHeader } from '../read/read-header.ts';
import { readLines } from '../read/read-lines.ts';
import type { RecipientReaders } from '../read/recipient.ts';
import { LINES_PER_SLICE, type ReadLine } from '../staged.ts';

/** What a file says: the lines that could be read, in their order, and everything that is wrong. */
type CheckedFile = { lines: number; recipients: ReadLine[]; problems: Problem[] };

/** Checks a whole file, slice by slice, so that requests are answered in between. */
export async function checkFile(bytes: Uint8Array, readers: RecipientReaders): Promise<CheckedFile> {
  const {
    lines: [headerLine, ...lines],
    problems,
  } = readLines(bytes);
  if (!headerLine) return { lines: 0, recipients: [], problems: problems.length > 0 ? problems : [nothingToRead] };
  const { header, problems: ofHeader } = readHeader(headerLine);
  problems.push(...ofHeader);
  if (!header) return { lines: lines.length, recipients: [], problems };
  if (lines.length === 0) problems.push(nothingToRead);

  const recipients: ReadLine[] = [];
  const across = acrossLines();
  for (let start = 0; start < lines.length; start += LINES_PER_SLICE) {
    for (const line of lines.slice(start, start + LINES_PER_SLICE)) {
      const checked = checkLine(line, header, readers);
      const found = 'problems' in checked ? checked.problems : across(checked);
      problems.push(...found);
      if ('recipient' in checked && found.length === 0) recipients.push(checked);
    }
    await others();
  }
  return { lines: lines.length, recipients, problems: problems.toSorted((one, other) => one.line - other.line) };
}

const nothingToRead: Problem = {
  line: 1,
  column: null,
  value: null,
  code: 'NO_LINES',
  expected: 'a header line with the column names, and below it one line for each recipient',
};

import type { ListProblem } from '../read/list-problem.ts';
import { readHeader } from '../read/read-header.ts';
import { splitIntoLines } from '../read/split-into-lines.ts';
import { MAX_FILE_BYTES } from '../upload/chunk.ts';

/** Returns why a file is too large to be checked; undefined where it is not. To be asked before it is sent. */
export function tooLarge(bytes: Uint8Array): ListProblem | undefined {
  if (bytes.length > MAX_FILE_BYTES)
    return { line: 1, column: null, value: null, code: 'TOO_LONG', expected: `at most ${MAX_FILE_BYTES} bytes` };
  const {
    lines: [header],
    problems,
    separator,
  } = splitIntoLines(bytes);
  const found = header ? readHeader(header, separator).problems : problems;
  return found.find(({ code }) => code === 'TOO_MANY_LINES' || code === 'TOO_MANY_COLUMNS' || code === 'TOO_LONG');
}

import { plainText } from '#shared/codes/plain-text.ts';
import { columnOf, listColumns, type ListColumn } from './list-columns.ts';
import { shown, type ListProblem } from './list-problem.ts';
import { hasTooManyColumns, isOverlong, overlongLine, tooManyColumns } from './list-size.ts';
import { requiredColumns } from './listed-recipient.ts';
import { separatedValues, type Separator } from './separated-values.ts';
import type { TextLine } from './split-into-lines.ts';

export type ListHeader = {
  separator: Separator;
  /** The column at each position of a line; null where the heading is unknown, or there for the second time. */
  positions: (ListColumn | null)[];
  /** Where columns without a heading stand: passed over as long as nothing stands in them. */
  unnamed: number[];
};

/** Reads which column stands where. There is no header when the lines below cannot be read at all. */
export function readHeader(
  { line, text }: TextLine,
  named?: Separator,
): { header?: ListHeader; problems: ListProblem[] } {
  const separator = separatorOf(text, named);
  if (separator && hasTooManyColumns(text, separator)) return { problems: [tooManyColumns(line)] };
  if (isOverlong(text)) return { problems: [overlongLine(line)] };
  const headings = separator && separatedValues(text, separator);
  if (!headings) return { problems: [unreadableHeader({ line, text }, separator)] };
  const columns = headings.map(plainText).map((heading) => ({ heading: shown(heading), column: columnOf(heading) }));
  const positions = columns.map(({ column }, at) => (column === undefined || isAgain(columns, at) ? null : column));
  const problems = [
    ...columns.flatMap(({ heading, column }, at) => headingProblem({ heading, column }, isAgain(columns, at))),
    ...missingColumns(positions),
  ];
  const unnamed = columns.flatMap(({ heading }, at) => (heading === '' ? [at] : []));
  return { header: { separator, positions, unnamed }, problems: problems.map((problem) => ({ line, ...problem })) };
}

function unreadableHeader({ line, text }: TextLine, separator: Separator | undefined): ListProblem {
  return {
    line,
    column: null,
    value: shown(text),
    code: separator ? 'WRONG_QUOTE' : 'NO_SEPARATOR',
    expected: 'column names separated by ; or , such as Kundennummer;BG-Nummer;Vorname',
  };
}

/** Returns the separator that the file names where the header has it, else the one that the header has most. */
function separatorOf(text: string, named: Separator | undefined): Separator | undefined {
  if (named && text.includes(named)) return named;
  const [most] = ([';', ',', '\t'] as const)
    .map((separator) => ({ separator, times: timesIn(text, separator) }))
    .toSorted((a, b) => b.times - a.times);
  return most && most.times > 0 ? most.separator : undefined;
}

function timesIn(text: string, separator: Separator): number {
  let times = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) times += 1;
  return times;
}

function isAgain(columns: { column: ListColumn | undefined }[], at: number): boolean {
  return columns.findIndex(({ column }) => column === columns[at]?.column) < at;
}

function headingProblem(
  { heading, column }: { heading: string; column: ListColumn | undefined },
  again: boolean,
): Omit<ListProblem, 'line'>[] {
  if (heading === '') return [];
  if (column === undefined)
    return [{ column: heading, value: heading, code: 'UNKNOWN_COLUMN', expected: `one of: ${listColumns.join(', ')}` }];
  return again ? [{ column, value: heading, code: 'DOUBLED_COLUMN', expected: 'this column once' }] : [];
}

function missingColumns(positions: (ListColumn | null)[]): Omit<ListProblem, 'line'>[] {
  return [...requiredColumns]
    .filter((column) => !positions.includes(column))
    .map((column) => ({ column, value: null, code: 'MISSING_COLUMN', expected: `a column ${column}` }));
}

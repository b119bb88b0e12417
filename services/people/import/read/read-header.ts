import { columnOf, listColumns, type ListColumn } from './list-columns.ts';
import type { ListProblem } from './list-problem.ts';
import { requiredColumns } from './listed-recipient.ts';
import { separatedValues, type Separator } from './separated-values.ts';
import type { TextLine } from './split-into-lines.ts';

export type ListHeader = {
  separator: Separator;
  /** The column at each position of a line; null where the heading is unknown, or there for the second time. */
  positions: (ListColumn | null)[];
};

/** Reads which column stands where. There is no header when the lines below cannot be read at all. */
export function readHeader({ line, text }: TextLine): { header?: ListHeader; problems: ListProblem[] } {
  const separator = separatorOf(text);
  const headings = separator && separatedValues(text, separator);
  if (!headings) {
    return {
      problems: [
        {
          line,
          column: null,
          value: text.slice(0, 100),
          code: separator ? 'WRONG_QUOTE' : 'NO_SEPARATOR',
          expected: 'column names separated by ; or , such as Kundennummer;BG-Nummer;Vorname',
        },
      ],
    };
  }
  const columns = headings.map((heading) => ({ heading: heading.trim(), column: columnOf(heading) }));
  const positions = columns.map(({ column }, at) => (column === undefined || isAgain(columns, at) ? null : column));
  const problems = [
    ...columns.flatMap(({ heading, column }, at) => headingProblem({ heading, column }, isAgain(columns, at))),
    ...missingColumns(positions),
  ];
  return { header: { separator, positions }, problems: problems.map((problem) => ({ line, ...problem })) };
}

function separatorOf(text: string): Separator | undefined {
  const [semicolons, commas] = [text.split(';').length - 1, text.split(',').length - 1];
  if (semicolons + commas === 0) return undefined;
  return semicolons >= commas ? ';' : ',';
}

function isAgain(columns: { column: ListColumn | undefined }[], at: number): boolean {
  return columns.findIndex(({ column }) => column === columns[at]?.column) < at;
}

function headingProblem(
  { heading, column }: { heading: string; column: ListColumn | undefined },
  again: boolean,
): Omit<ListProblem, 'line'>[] {
  if (column === undefined)
    return [{ column: heading, value: heading, code: 'UNKNOWN_COLUMN', expected: `one of: ${listColumns.join(', ')}` }];
  return again ? [{ column, value: heading, code: 'DOUBLED_COLUMN', expected: 'this column once' }] : [];
}

function missingColumns(positions: (ListColumn | null)[]): Omit<ListProblem, 'line'>[] {
  return [...requiredColumns]
    .filter((column) => !positions.includes(column))
    .map((column) => ({ column, value: null, code: 'MISSING_COLUMN', expected: `a column ${column}` }));
}

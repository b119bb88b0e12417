import { columnOf, columns, type Column } from './columns.ts';
import type { Problem } from './problem.ts';
import { requiredColumns } from './recipient.ts';
import { separatedValues, type Separator } from './separated-values.ts';
import type { TextLine } from './read-lines.ts';

export type Header = {
  separator: Separator;
  /** What stands at each position of a line; null where the heading is not known, or stands there for the second time. */
  positions: (Column | null)[];
};

/** Which column stands where. Undefined when the lines below cannot be read at all. */
export function readHeader({ line, text }: TextLine): { header?: Header; problems: Problem[] } {
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
  const known = headings.map((heading) => ({ heading: heading.trim(), column: columnOf(heading) }));
  const positions = known.map(({ column }, at) => (column === undefined || isAgain(known, at) ? null : column));
  const problems = [
    ...known.flatMap(({ heading, column }, at) => headingProblem({ heading, column }, isAgain(known, at))),
    ...missing(positions),
  ];
  return { header: { separator, positions }, problems: problems.map((problem) => ({ line, ...problem })) };
}

function separatorOf(text: string): Separator | undefined {
  const [semicolons, commas] = [text.split(';').length - 1, text.split(',').length - 1];
  if (semicolons + commas === 0) return undefined;
  return semicolons >= commas ? ';' : ',';
}

function isAgain(known: { column: Column | undefined }[], at: number): boolean {
  return known.findIndex(({ column }) => column === known[at]?.column) < at;
}

function headingProblem(
  { heading, column }: { heading: string; column: Column | undefined },
  again: boolean,
): Omit<Problem, 'line'>[] {
  if (column === undefined)
    return [{ column: heading, value: heading, code: 'UNKNOWN_COLUMN', expected: `one of: ${columns.join(', ')}` }];
  return again ? [{ column, value: heading, code: 'DOUBLED_COLUMN', expected: 'this column once' }] : [];
}

function missing(positions: (Column | null)[]): Omit<Problem, 'line'>[] {
  return [...requiredColumns]
    .filter((column) => !positions.includes(column))
    .map((column) => ({ column, value: null, code: 'MISSING_COLUMN', expected: `a column ${column}` }));
}

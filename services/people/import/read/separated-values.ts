import { parse } from 'csv-parse/sync';

export type Separator = ';' | ',' | '\t';

/**
 * Returns the values of one line; undefined when a quotation mark stands where it cannot, or is not closed on its line.
 * Lines are read singly, so that a lost quotation mark costs its own line and not everything behind it.
 */
export function separatedValues(line: string, separator: Separator): string[] | undefined {
  try {
    const [values] = parse(line, { delimiter: separator, relax_column_count: true, record_delimiter: '\n' });
    return values;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).includes('QUOTE')) return undefined;
    throw error;
  }
}

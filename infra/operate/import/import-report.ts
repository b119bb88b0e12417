import type { ImportProblem } from './answers.ts';
import type { ImportReport } from './import-file.ts';
import { question } from './duplicates.ts';

/** Tells the person at the shell what happened. */
export function importReport({ status, problems, undecided }: ImportReport, { confirm }: { confirm: boolean }): string {
  if (problems.length > 0)
    return `${problemTable(problems)}\n${problemCount(status.problemCount, problems.length)} Nothing was taken over.\n`;
  if (undecided.length > 0)
    return (
      `${undecided.map(question).join('')}\n${counted(undecided.length, 'possible duplicate')} undecided. ` +
      'Nothing was taken over: run this again with --duplicates new, same or skip, or at a terminal, where each ' +
      'is asked about.\n'
    );
  if (status.done) return `Taken over: ${tally(status.done)}.\n`;
  const planned = status.planned ? tally(status.planned) : `${status.lines ?? 0} lines`;
  return confirm
    ? `Import ${status.id}: ${status.state}.\n`
    : `No problems. It would be: ${planned}. Nothing was taken over yet: a team lead confirms import ` +
        `${status.id}, or run this again with --confirm.\n`;
}

/** What is wrong with a file that is not sent at all. */
export function unsentReport(problem: ImportProblem): string {
  return `${problemTable([problem])}\n1 problem. Nothing was sent.\n`;
}

function problemCount(all: number | null, shown: number): string {
  if (all === null || all === shown) return `${counted(shown, 'problem')}.`;
  return `${all} problems, of which these are the first ${shown}.`;
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function tally({ created, updated, unchanged, skipped }: NonNullable<ImportReport['status']['done']>): string {
  return `${created} new, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped`;
}

const WIDEST_VALUE = 40;

/** Lays problems out in columns as wide as what stands in them; long values are cut. */
export function problemTable(problems: readonly ImportProblem[]): string {
  const rows = [
    ['line', 'column', 'value', 'expected'],
    ...problems.map(({ line, column, value, expected }) => [
      String(line),
      shortened(column ?? ''),
      shortened(value ?? ''),
      expected,
    ]),
  ];
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, at) => (at === 0 ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Cuts a value or a heading, and takes out of it what a terminal would obey. */
function shortened(value: string): string {
  const printable = value.replace(/\p{C}/gu, '·');
  return printable.length > WIDEST_VALUE ? `${printable.slice(0, WIDEST_VALUE - 1)}…` : printable;
}

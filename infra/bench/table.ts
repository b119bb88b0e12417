/** A measured figure, and what was promised at most. */
export type Measured = { figure: string; value: number; unit: string; limit?: number };

/** Lays the figures of several setups beside each other, with a mark where something was promised. */
export function table(columns: readonly { name: string; measured: readonly Measured[] }[]): string {
  const figures = [
    ...new Map(
      columns.flatMap(({ measured }) =>
        measured.map(({ figure, unit, limit }) => [figure, { figure, unit, limit }] as const),
      ),
    ).values(),
  ];
  const width = Math.max(...figures.map(({ figure }) => figure.length));
  const head = ['', ...columns.map(({ name }) => name.padStart(WIDE)), 'at most'];
  const lines = figures.map(({ figure, unit, limit }) => {
    const values = columns.map(({ measured }) =>
      cell(
        measured.find((each) => each.figure === figure),
        unit,
      ),
    );
    return [figure.padEnd(width), ...values, limit === undefined ? '' : String(limit)];
  });
  return [[''.padEnd(width), ...head.slice(1)], ...lines].map((line) => line.join('  ').trimEnd()).join('\n');
}

const WIDE = 14;

function cell(measured: Measured | undefined, unit: string): string {
  if (!measured) return ''.padStart(WIDE);
  const { value, limit } = measured;
  const mark = limit === undefined ? ' ' : value <= limit ? '✓' : '✕';
  return `${value} ${unit.padEnd(2)} ${mark}`.padStart(WIDE);
}

/** A measured figure, and what was promised. */
export type Row = { figure: string; value: number; unit: string; limit?: number };

/** One line a figure, with a mark where something was promised. */
export function rows(measured: readonly Row[]): string {
  const width = Math.max(...measured.map(({ figure }) => figure.length));
  return measured.map(({ figure, value, unit, limit }) => `${figure.padEnd(width)}  ${String(value).padStart(8)} ${unit.padEnd(2)}${limit === undefined ? '' : `  ${value <= limit ? '✓' : '✕'} ${limit}`}`).join('\n');
}

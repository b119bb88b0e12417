/**
 * A list as a German spreadsheet saves it: UTF-8 with a byte order mark, semicolons, quotes only where they are needed.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\u{FEFF}${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(value: string): string {
  return /[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

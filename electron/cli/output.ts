/** Exit codes of every command; stable, so that scripts can rely on them. */
export const exitCodes = { done: 0, failed: 1, usage: 2, badFile: 3, missingTool: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command writes: data on `out`, progress and warnings on `err`. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Two-space aligned columns, the first left, the rest as given. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => { widths[i] = Math.max(widths[i] ?? 0, cell.length); });
  return rows.map((row) => row.map(
    (cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)),
  ).join('  ').trimEnd()).join('\n');
}

/**
 * One CSV cell; text that a spreadsheet would run as a formula is kept text by a leading
 * apostrophe.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const raw = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}`
    : String(value);
  return /[",\n\r]/u.test(raw) ? `"${raw.replaceAll('"', '""')}"` : raw;
}

export const csv = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  rows.map((row) => row.map(csvCell).join(',')).join('\n');

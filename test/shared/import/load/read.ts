import { readLoad } from '../../../../shared/import/load/read-load.ts';
import type { LoadOptions } from '../../../../shared/import/load/types.ts';

/** What was read of a load file, or an error that says why not. */
export function load(content: string | Uint8Array, options: LoadOptions = {}) {
  const read = readLoad(content, options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { value, report } = read.value;
  const codes = (of: 'repaired' | 'leftOut' | 'notes'): readonly string[] =>
    report[of].map(({ code }) => code);
  return { ...value, ...value.series, report, codes };
}

/** Code and line of every problem; empty where the file was read. */
export function refusal(content: string | Uint8Array, options: LoadOptions = {}): readonly string[] {
  const read = readLoad(content, options);
  return read.ok ? [] : read.error.map(({ code, line }) => `${code} ${line}`);
}

/** A table of hours from a day on. */
export const hourly = (
  head: string, count: number, row: (hour: number, day: string, clock: string) => string,
): string => [head, ...Array.from({ length: count }, (_, h) => row(h,
  `2026-01-${String(1 + Math.floor(h / 24)).padStart(2, '0')}`,
  `${String(h % 24).padStart(2, '0')}:00`))].join('\n');

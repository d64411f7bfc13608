import { readFileSync, statSync } from 'node:fs';
import Papa from 'papaparse';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import type { Stop } from './load.ts';
import { exitCodes } from './output.ts';

/** Largest file of cases or rows a command reads, bytes. */
const mostBytes = 256 * 1024 * 1024;

/** The bytes of an input file, or why it cannot be read. */
export function readBytes(path: string): Result<Uint8Array, Stop> {
  const stop = (text: string): Result<never, Stop> =>
    refuse({ exit: exitCodes.badFile, text: `${path}: ${text}` });
  try {
    const info = statSync(path);
    if (!info.isFile()) return stop('not a file');
    if (info.size > mostBytes)
      return stop(`${info.size} bytes are more than the ${mostBytes} this command reads`);
    return ok(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return stop(code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`);
  }
}

/** The text of an input file, or why it cannot be read. */
export function readText(path: string): Result<string, Stop> {
  const bytes = readBytes(path);
  return bytes.ok ? ok(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value)) : bytes;
}

/** A JSON file as an unknown value. */
export function readJson(path: string): Result<unknown, Stop> {
  const text = readText(path);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return ok(value);
  } catch (error) {
    return refuse({ exit: exitCodes.badFile,
      text: `${path}: not JSON: ${error instanceof Error ? error.message : ''}` });
  }
}

/** A CSV file with a header line as one record per row; empty lines are skipped. */
export function readCsv(path: string): Result<readonly Record<string, string>[], Stop> {
  const text = readText(path);
  if (!text.ok) return text;
  const parsed = Papa.parse<Record<string, string>>(text.value,
    { header: true, skipEmptyLines: 'greedy' });
  const fatal = parsed.errors.find((e) => e.type === 'Quotes');
  if (fatal !== undefined) return refuse({ exit: exitCodes.badFile,
    text: `${path}: row ${(fatal.row ?? 0) + 2}: ${fatal.message}` });
  if ((parsed.meta.fields ?? []).length < 2) return refuse({
    exit: exitCodes.badFile, text: `${path}: expected a header line with several columns`,
  });
  return ok(parsed.data);
}

import { spawnSync } from 'node:child_process';
import {
  mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import type { Cell, Workbook } from '../../../../shared/report/workbook/model.ts';
import { writeXlsx } from '../../../../shared/report/workbook/write.ts';

/** Sheets as an office program recalculated them: rows of texts by sheet name. */
export type Recalculated = Readonly<Record<string, readonly (readonly string[])[]>>;

/**
 * Without what formulas gave when the workbook was made: only a program that computes can
 * fill it again.
 */
function forget(workbook: Workbook): Workbook {
  const empty = (cell: Cell | null): Cell
    | null => (cell?.formula === undefined ? cell : { ...cell, value: null });
  return { ...workbook, sheets: workbook.sheets.map((sheet) => ({
    ...sheet, rows: sheet.rows.map((row) => row.map(empty)),
  })) };
}

/**
 * Every sheet of every file as comma-separated values at full precision: the last -1 asks
 * for all sheets.
 */
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/**
 * Opens workbooks in LibreOffice, without a window, and reads what it computed.
 * @throws Error when LibreOffice is missing, or leaves a sheet out
 */
export function recalculate(
  workbooks: Readonly<Record<string, Workbook>>,
): Readonly<Record<string, Recalculated>> {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-office-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const files = Object.entries(workbooks).map(([name, workbook]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, writeXlsx(forget(workbook)));
      return path;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const run = spawnSync('soffice',
      [profile, '--headless', '--convert-to', asCsv, '--outdir', out, ...files],
      { encoding: 'utf8', timeout: 180_000 });
    if (run.error !== undefined)
      throw new Error(`LibreOffice could not be run: ${run.error.message}`);
    const written = readdirSync(out);
    return Object.fromEntries(Object.entries(workbooks)
      .map(([name, { sheets }]) => [name, Object.fromEntries(sheets.map((sheet) => {
        const file = `${name}-${sheet.name}.csv`;
        if (!written.includes(file))
          throw new Error(`LibreOffice wrote no ${file}: ${run.stderr.slice(0, 500)}`);
        return [sheet.name, Papa.parse<string[]>(readFileSync(join(out, file), 'utf8')).data];
      }))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A number as LibreOffice prints it; percentages come with their sign. */
export function readNumber(printed: string | undefined): number {
  const word = printed ?? '';
  if (word.trim() === '') return Number.NaN;
  return word.endsWith('%') ? Number(word.slice(0, -1)) / 100 : Number(word);
}

/** The workbook with one number of the sheet Inputs replaced, as somebody would type it. */
export function retype(workbook: Workbook, label: string, value: number): Workbook {
  let hits = 0;
  const sheets = workbook.sheets.map((sheet) => (sheet.name !== 'Inputs' ? sheet : {
    ...sheet, rows: sheet.rows.map((row) => {
      const [name, unit, cell, ...rest] = row;
      if (hits > 0 || name?.value !== label || cell?.formula !== undefined
        || typeof cell?.value !== 'number') return row;
      hits += 1;
      return [name, unit ?? null, { ...cell, value }, ...rest];
    }),
  }));
  if (hits !== 1) throw new Error(`the sheet Inputs has no number called ${label}`);
  return { ...workbook, sheets };
}

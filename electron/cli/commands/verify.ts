import { verifyClaims } from '../../../shared/claims/verify.ts';
import { verifyFinance } from '../../../shared/economics/verify/verify.ts';
import { verifyFabric } from '../../../shared/network/verify.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import type { Stop } from '../load.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { readCsv, readJson } from '../read-input.ts';
import { runVerifySearch } from './verify-search.ts';
import { runVerifyServing } from './verify-serving.ts';

export const verifySpec: ArgSpec = {
  positional: ['claims | finance | fabric | search | serving', 'file'], required: 1,
  flags: ['json'], options: ['by'],
};

/** What every comparison of cases reports. */
interface CaseReport {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly cases: readonly {
    readonly id: string; readonly status: string; readonly expected: unknown;
    readonly actual: unknown; readonly error: unknown;
    /** Of claims: what the card concludes, and both figures as people print them. */
    readonly verdict?: string; readonly expectedText?: string; readonly actualText?: string;
  }[];
}

type Checker = (args: Args) => Result<CaseReport, Stop>;

/** The file argument, or a sentence saying that it is missing. */
function fileOf(args: Args): Result<string, Stop> {
  const path = args.positional[1];
  return path === undefined
    ? refuse({ exit: exitCodes.usage, text: 'missing argument: file' })
    : ok(path);
}

/** Cases of a file, each kind by its own reader. */
const checkers: Readonly<Record<string, Checker>> = {
  claims: () => ok(verifyClaims()),
  fabric: (args) => {
    const path = fileOf(args);
    const rows = path.ok ? readCsv(path.value) : path;
    return rows.ok ? ok(verifyFabric(rows.value)) : rows;
  },
  finance: (args) => {
    const path = fileOf(args);
    const file = path.ok ? readJson(path.value) : path;
    if (!file.ok) return file;
    try {
      return ok(verifyFinance(file.value));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return refuse({
        exit: exitCodes.badFile, text: `${args.positional[1] ?? ''}: ${error.message}`,
      });
    }
  },
};

/**
 * `verify`: published cases against the engine; fails when any case fails or is not
 * supported.
 */
export function runVerify(args: Args, output: Output): ExitCode | Promise<ExitCode> {
  const what = args.positional[0] ?? '';
  if (what === 'serving') return runVerifyServing(args, output);
  if (what === 'search')
    return runVerifySearch(args, output, (found) => conclude(found, args, output));
  const checker = Object.hasOwn(checkers, what) ? checkers[what] : undefined;
  if (checker === undefined) {
    const known = [...Object.keys(checkers), 'search', 'serving'];
    output.err(`there is nothing to verify called "${what}"; known: ${nearestWord(what, known) ?? known.join(', ')}`);
    return exitCodes.usage;
  }
  if (optionOf(args, 'by') !== undefined) {
    output.err('--by goes with verify serving');
    return exitCodes.usage;
  }
  const report = checker(args);
  if (!report.ok) {
    output.err(report.error.text);
    return report.error.exit;
  }
  return conclude(report.value, args, output);
}

/** Prints the cases; anything that fails or is not supported fails the command. */
function conclude(report: CaseReport, args: Args, output: Output): ExitCode {
  printCases(report, args.flags.has('json'), output);
  return report.failed + report.unsupported === 0 ? exitCodes.done : exitCodes.failed;
}

function printCases(report: CaseReport, json: boolean, output: Output): void {
  if (json) {
    output.out(JSON.stringify(report, null, 2));
    return;
  }
  const short = (value: unknown): string => { const text = JSON.stringify(value)
    ?? ''; return text.length > 60 ? `${text.slice(0, 57)}...` : text; };
  const judged = report.cases.some((c) => c.verdict !== undefined);
  output.out(table([
    ['ID', 'STATUS', 'EXPECTED', 'ACTUAL', judged ? 'VERDICT' : 'ERROR'],
    ...report.cases.map((c) => [
      c.id, c.status, c.expectedText ?? short(c.expected),
      c.actualText ?? short(c.actual), c.verdict ?? short(c.error),
    ]),
  ]));
  output.out(`${report.passed} passed, ${report.failed} failed, ${report.unsupported} unsupported`);
}

import { existsSync } from 'node:fs';
import { printKept } from '../../../shared/uncertainty/kept.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import type { Args } from '../args.ts';
import { keepInProject } from '../keep-records.ts';
import type { Stop } from '../load.ts';
import { exitCodes } from '../output.ts';
import { driversOf, type ScenarioRun } from './answer.ts';

/** Why a run of these arguments cannot be kept; null where it can, or need not. */
export function whyNotKept(args: Args): string | null {
  if (!args.flags.has('keep')) return null;
  if (args.options.has('shard')) return '--keep needs the whole run: merge the shards first';
  if (args.options.has('set'))
    return '--keep keeps what is said of the project as it stands: leave --set out, or make a scenario of it';
  return existsSync(args.positional[0] ?? '') ? null
    : '--keep needs a project file: make one of the template with new';
}

/** Keeps each run with its scenario, for the strip, the answer and the report. */
export function keepRuns(
  path: string, runs: readonly ScenarioRun[],
): Result<readonly string[], Stop> {
  const kept: string[] = [];
  for (const one of runs) {
    const { assumptions: { inputs }, run, planHash, id } = one;
    const summary = printKept({ options: run.options, summary: run.summary(),
      inputs: inputs.length, uncertain: inputs.filter(({ on }) => on).length,
      drivers: driversOf(one, null).map(({ label, rankCorrelation }) =>
        ({ label, rankCorrelation: rankCorrelation ?? null })) });
    const written = keepInProject(path, id, 'Keep the run of Risk', { json: null, lines: [],
      records: () => ok([{ kind: 'keptRun', key: 'keptRun',
        values: { of: planHash, summary } }]) });
    if (!written.ok) return refuse({ ...written.error, exit: exitCodes.badFile });
    kept.push(one.name);
  }
  return ok(kept);
}

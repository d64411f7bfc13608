import type { ArgSpec, Args } from './args.ts';
import type { ExitCode, Output } from './output.ts';
import { assumptionsSpec, runAssumptions } from './commands/assumptions.ts';
import { batchSpec, runBatch } from './commands/batch.ts';
import { checkSpec, runCheck } from './commands/check.ts';
import { compareSpec, runCompare } from './commands/compare.ts';
import { crossoverSpec, runCrossover } from './commands/crossover.ts';
import { exportSpec, runExport } from './commands/export.ts';
import { fieldsSpec, runFields } from './commands/fields.ts';
import { figuresSpec, runFigures } from './commands/figures.ts';
import { flipSpec, runFlip } from './commands/flip.ts';
import { importSpec, importUsage, runImport } from './commands/import.ts';
import { mcpSpec, runMcp } from './commands/mcp.ts';
import { mergeSpec, runMerge } from './commands/merge.ts';
import { newSpec, runNew } from './commands/new.ts';
import { openSpec, runOpen } from './commands/open.ts';
import { optimiseSpec, runOptimise } from './commands/optimise.ts';
import { packageSpec, runPackage } from './commands/package.ts';
import { planSpec, runPlan } from './commands/plan.ts';
import { predictSpec, runPredict } from './commands/predict.ts';
import { reportSpec, runReport } from './commands/report.ts';
import { riskSpec, runRisk } from './commands/risk.ts';
import { runSchema, schemaSpec } from './commands/schema.ts';
import { runSeek, seekSpec } from './commands/seek.ts';
import { runStart, startSpec } from './commands/start.ts';
import { runSweep, sweepSpec } from './commands/sweep.ts';
import { runTco, tcoSpec } from './commands/tco.ts';
import { runTrace, traceSpec } from './commands/trace.ts';
import { runVerify, verifySpec } from './commands/verify.ts';

/** A command: what it accepts, its one line of help, and what it does. */
export interface CliCommand {
  readonly usage: string;
  readonly spec: ArgSpec;
  readonly run: (args: Args, output: Output) => ExitCode | Promise<ExitCode>;
}

export const commands: Readonly<Record<string, CliCommand>> = {
  plan:
    { usage:
      'plan <file.aifp | template> [--scenario NAME] [--set path=value ...] [--load traffic=curve.csv ...] [--months] [--json | --csv]',
      spec: planSpec, run: runPlan },
  report:
    { usage:
      'report <file.aifp | template> --pdf OUT [--kind executive|technical|assumptions|full|comparison] [--sections all|A,B,...] [--scenarios A,B,...] [--paper a4|letter] [--scenario NAME] [--set path=value ...]',
      spec: reportSpec, run: runReport },
  assumptions:
    { usage:
      'assumptions <file.aifp | template> [--scenario NAME] [--set path=value ...] [--as-of YYYY-MM-DD] [--json | --csv]',
      spec: assumptionsSpec, run: runAssumptions },
  compare: { usage: 'compare <file.aifp> A B [--json]', spec: compareSpec, run: runCompare },
  export:
    { usage:
      'export <file.aifp | template> --csv DIR | --json OUT | --xlsx OUT | --power OUT [--scenario NAME] [--set path=value ...]',
      spec: exportSpec, run: runExport },
  predict:
    { usage:
      'predict --model M | --config config.json --system S --precision fp4|fp8|bf16|int4 --isl N --osl N [--framework F] [--tp N --attention-dp N --ep N --concurrency N ...] [--ttft MS] [--tpot MS] [--percentile p50|p90|p99] [--speculative N] [--acceptance CHANCE] [--frontier] [--model-only] [--json]',
      spec: predictSpec, run: runPredict },
  verify:
    { usage:
      'verify claims | finance | risk | search <file.json> | fabric <file.csv> | serving | watts <file.csv> [--by COLUMN,...] [--all] [--json]',
      spec: verifySpec, run: runVerify },
  import: { usage: importUsage, spec: importSpec, run: runImport },
  new: { usage: 'new <file.aifp> --template <id>', spec: newSpec, run: runNew },
  start:
    { usage:
      'start --site S --mw N --systems A,B,... --out FILE.aifp [--workload preset[:model],...] [--ownership own|colocate|rent] [--utilisation 45% | --tokens-per-day N] [--electricity $/kWh] [--client NAME] [--json]',
      spec: startSpec, run: runStart },
  open: { usage: 'open <file.aifp>', spec: openSpec, run: runOpen },
  package:
    { usage:
      'package <file.aifp> --out FILE.aifp | --review [--scenario NAME ...] [--redact path ...] [--disclose withhold|round|range] [--grid 10%] [--digits 2] [--leave-mentions] [--as NAME] [--data DIR] [--json]',
      spec: packageSpec, run: runPackage },
  check: { usage: 'check <file.aifp> [--know NAME] [--data DIR] [--json]',
    spec: checkSpec, run: runCheck },
  figures: { usage: 'figures [--json]', spec: figuresSpec, run: runFigures },
  trace: { usage:
    'trace <file.aifp | template> FIGURE [--scenario NAME] [--set path=value ...] [--json]',
    spec: traceSpec, run: runTrace },
  tco: { usage:
    'tco <file.aifp | template> [--systems A,B,...] [--speeds 20,50,...] [--price SYSTEM=USD ...] [--scenario NAME] [--set path=value ...] [--json | --csv]',
    spec: tcoSpec, run: runTco },
  risk:
    { usage:
      'risk <file.aifp | template> [--scenario NAME ...] [--set path=value ...] [--draws N] [--seed S] [--method sobol|lhs|random] [--workers W] [--figures a,b,...] [--drivers tornado|sobol|shapley] [--shard i/n | --merge FILE ...] [--keep] [--json] [--csv FILE]',
      spec: riskSpec, run: runRisk },
  sweep: { usage:
    'sweep <file.aifp | template> --over path=from:to:count[:log] | path=a,b,c ... [--paired] [--figures A,B,...] [--workers N] [--scenario NAME] [--set path=value ...] [--json | --csv FILE]',
    spec: sweepSpec, run: runSweep },
  seek: { usage:
    'seek <file.aifp | template> --figure KEY --target X --vary PATH [--from X --to X] [--cells N] [--scenario NAME] [--set path=value ...] [--json]',
    spec: seekSpec, run: runSeek },
  optimise: { usage:
    'optimise <file.aifp | template> --objective KEY[:max|min] [--objective ...] --choose path=a,b,c | path=from:to:count | mix | rackGroup.KEY.racks=FEWEST:MOST ... [--limit KEY<=X | KEY>=X ...] [--scenario NAME] [--set path=value ...] [--json]',
    spec: optimiseSpec, run: runOptimise },
  batch: { usage:
    'batch <file.aifp | template> --over path=from:to:count[:log] | path=a,b,c ... --out FILE [--shard i/n] [--paired] [--figures A,B,...] [--workers N] [--scenario NAME] [--set path=value ...]',
    spec: batchSpec, run: runBatch },
  merge: { usage: 'merge SHARD ... --out FILE | --csv FILE', spec: mergeSpec, run: runMerge },
  mcp: { usage: 'mcp [--write] <file.aifp | template> ...', spec: mcpSpec, run: runMcp },
  crossover: { usage:
    'crossover <file.aifp | template> --over path=from:to:count | path=a,b,c [--systems A,B,...] [--price SYSTEM=USD ...] [--scenario NAME] [--set path=value ...] [--json]',
    spec: crossoverSpec, run: runCrossover },
  flip: { usage:
    'flip <file.aifp | template> A B [--figure KEY] [--ranges N] [--top N] [--json]',
    spec: flipSpec, run: runFlip },
  fields: { usage: 'fields [--json]', spec: fieldsSpec, run: runFields },
  schema: { usage: 'schema plan|project', spec: schemaSpec, run: runSchema },
};

import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { summariseProvenance } from '../../../shared/plan/figures/inputs-in-use.ts';
import { listUnknownValues } from '../../../shared/project/unknown-values.ts';
import { registerCsv } from '../../../shared/report/register-csv.ts';
import {
  evidenceEffects, type EvidenceEffects,
} from '../../../shared/uncertainty/evidence-share.ts';
import {
  losingInputs, rankAll, topInputs, type RankedInput,
} from '../../../shared/uncertainty/ranking.ts';
import { listRegister, type RegisterRow } from '../../../shared/uncertainty/register.ts';
import { catalogReads, makeMovable, type World } from '../../../shared/uncertainty/world.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { evidenceClasses } from '../../../shared/units/provenance.ts';
import { monthsBetween } from '../../../shared/units/source-date.ts';
import { optionOf, type ArgSpec, type Args } from '../args.ts';
import { loadForPlan } from '../load.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';

export const assumptionsSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json', 'csv'],
  options: ['scenario', 'set', 'load', 'as-of'], repeatable: ['set', 'load'],
};

const figures = ['headline.npvUsd', 'headline.costPerMTokUsd'] as const;
const unitOf = { 'headline.npvUsd': 'USD', 'headline.costPerMTokUsd': 'USD/Mtok' } as const;
const mostListed = 20;

/** Everything the command knows of a scenario's inputs. */
interface Foundation {
  readonly asOf: string;
  readonly rows: readonly RegisterRow[];
  readonly effects: readonly (EvidenceEffects | null)[];
  readonly ranked: readonly RankedInput[];
}

function foundationOf(world: World, asOf: string): Foundation | null {
  const movable = makeMovable(world);
  if (movable === null) return null;
  const ranked = rankAll(movable, figures);
  const rows = listRegister(movable.plan,
    { ...world, catalog: movable.plan.stages.catalog, refs: catalogReads(world), asOf });
  return { asOf, rows, effects: evidenceEffects(movable, ranked, figures), ranked };
}

/**
 * `assumptions`: every input in use, what the answer owes to each class of evidence, and
 * which inputs move it most.
 */
export function runAssumptions(args: Args, output: Output): ExitCode {
  const asOf = optionOf(args, 'as-of') ?? new Date().toISOString().slice(0, 10);
  if ((args.flags.has('json') && args.flags.has('csv')) || monthsBetween(asOf, asOf) === null) {
    output.err(args.flags.has('csv') ? '--json and --csv exclude each other'
      : `--as-of ${asOf}: expected a date such as 2026-11-21`);
    return exitCodes.usage;
  }
  const loaded = loadForPlan(args);
  if (!loaded.ok) {
    output.err(loaded.error.text);
    return loaded.error.exit;
  }
  const { project: { document }, scenarioId } = loaded.value;
  const foundation = foundationOf(
    { document, scenarioId, catalog: builtInCatalog, measured: loadMeasuredPoints() },
    asOf,
  );
  if (foundation === null) {
    output.err('there is no plan to draw the register from; `plan` says why');
    return exitCodes.badFile;
  }
  const unknown = listUnknownValues(document);
  if (args.flags.has('json')) output.out(
    JSON.stringify({ ...foundationJson(foundation), unknownValues: unknown }, null, 2),
  );
  else if (args.flags.has('csv')) output.out(registerCsv(foundation.rows).trimEnd());
  else printFoundation(foundation, output);
  for (const { path, value } of unknown) {
    output.err(`note: ${path} = ${String(value)} is not known to this version: it is kept and changes nothing.`);
  }
  return exitCodes.done;
}

const topOf = (ranked: readonly RankedInput[], figure: number) =>
  topInputs(ranked, figure, mostListed)
  .map(({ input, effects }) => ({
    id: input.id, label: input.label, evidence: input.evidence, low: input.low,
    high: input.high, figure: effects[figure],
  }));

const foundationJson = ({ asOf, rows, effects, ranked }: Foundation) => ({
  asOf,
  figures: figures.map((figure, at) => ({
    figure, evidence: effects[at]?.effects ?? null, top: topOf(ranked, at),
    lost: losingInputs(ranked, at).map(({ input, ends }) =>
      ({ id: input.id, label: input.label, ends: [...ends] })),
  })),
  inputs: rows.map(({ at: _at, ...row }) => row),
});

function printFoundation({ asOf, rows, effects, ranked }: Foundation, output: Output): void {
  const share = (figure: number, evidence: (typeof evidenceClasses)[number]): string => {
    const found = effects[figure]?.effects.find((each) => each.evidence === evidence);
    return found === undefined ? '' : formatQuantity(found.share, 'fraction');
  };
  const { inputs, byEvidence } = summariseProvenance(rows.filter(({ kind }) => kind === 'field'));
  const beside = rows.filter(({ kind }) => kind !== 'field');
  output.out(`${inputs} inputs in use, ${beside.length} figures of catalogue and engine; age of sources counted to ${asOf}`);
  output.out(table([
    ['evidence', 'inputs', 'figures', 'share of NPV', 'share of unit cost'],
    ...evidenceClasses.map((evidence) => [
      evidence, String(byEvidence[evidence]),
      String(beside.filter((row) => row.evidence === evidence).length),
      share(0, evidence), share(1, evidence),
    ]),
  ]));
  for (const [at, figure] of figures.entries()) {
    output.out(`\nwhat moves ${figure.replace('headline.', '')} most, each alone within its range`);
    output.out(table(topInputs(ranked, at, mostListed).map(({ input, effects: own }) =>
      [`± ${formatQuantity(own[at]?.change ?? null, unitOf[figure])}`, input.evidence,
        input.label])));
    for (const { input, ends } of losingInputs(ranked, at))
      output.out(`cannot be computed at the ${ends.join(' and ')} end of ${input.label}`);
  }
}

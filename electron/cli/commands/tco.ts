import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { rivalSystems } from '../../../shared/plan/figures/rivals.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import { printOf } from '../../../shared/project/print.ts';
import { ownCrossovers } from '../../../shared/search/own-crossover.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { lacksPrice, tcoTable, type TcoRow, type TcoTable } from '../../../shared/search/tco.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Print } from '../../../shared/units/print.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { loadForPlan } from '../load.ts';
import { csv, exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainPlan } from '../problems.ts';

export const tcoSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json', 'csv'],
  options: ['scenario', 'set', 'load', 'systems', 'speeds', 'price'],
  repeatable: ['set', 'load', 'price'],
};

/** Columns of numbers, with their units. */
const columns = [
  ['costPerMTokUsd', 'USD/Mtok'], ['costPerRequestUsd', 'USD/request'], ['joulesPerToken', 'J/token'],
  ['tokPerSecPerMw', 'tok/s/MW'], ['memoryUsdPerGb', 'USD'], ['capexPerMwUsd', 'USD'],
  ['accelerators', 'count'], ['facilityMw', 'MW'], ['tokPerSecPerUser', 'tok/s/user'],
] as const satisfies readonly (readonly [keyof TcoRow, Unit])[];

const commaList = (text: string): readonly string[] =>
  text.split(',').map((part) => part.trim()).filter((part) => part !== '');

/** Systems asked for, or those compared by default. */
export function systemsFrom(args: Args): Result<readonly string[], string> {
  const asked = optionOf(args, 'systems');
  if (asked === undefined) return ok(rivalSystems);
  const ids = commaList(asked);
  const known = Object.keys(builtInCatalog.systems);
  const strange = ids.find((id) => !known.includes(id));
  if (ids.length === 0) return refuse('--systems needs ids of systems, separated by commas');
  if (strange === undefined) return ok(ids);
  const near = nearestWord(strange, known);
  return refuse(`--systems: the catalogue has no system "${strange}"`
    + `${near === null ? '' : `; did you mean ${near}?`}`);
}

/** Prices per accelerator given for single systems: `SYSTEM=USD`, each once. */
export function pricesFrom(args: Args): Result<Readonly<Record<string, number>>, string> {
  const known = Object.keys(builtInCatalog.systems);
  const field = fieldOf('capex', 'acceleratorPriceUsd');
  const [min, max] = field?.type === 'number' ? [field.min, field.max] : [0, Infinity];
  const prices: Record<string, number> = {};
  for (const word of args.options.get('price') ?? []) {
    const [id = '', amount = ''] = word.split('=');
    const usd = amount.trim() === '' ? NaN : Number(amount);
    if (!known.includes(id)) {
      const near = nearestWord(id, known);
      return refuse(`--price: the catalogue has no system "${id}"`
        + `${near === null ? '' : `; did you mean ${near}?`}`);
    }
    if (Object.hasOwn(prices, id)) return refuse(`--price: ${id} is given twice`);
    if (!(usd >= min && usd <= max))
      return refuse(`--price needs SYSTEM=USD, the dollars for one accelerator from ${min} to ${max}`);
    if (usd === 0) return refuse(`--price: ${id} at 0 would be bought for nothing; give what it costs`);
    prices[id] = usd;
  }
  return ok(prices);
}

/** Levels of speed asked for; null keeps what each class promises. */
function speedsFrom(args: Args): Result<readonly (number | null)[], string> {
  const asked = optionOf(args, 'speeds');
  if (asked === undefined) return ok([null]);
  const speeds = commaList(asked).map(Number);
  const wrong = speeds.some((speed) => !(speed > 0 && speed <= 2000));
  return speeds.length === 0 || wrong
    ? refuse('--speeds needs tokens per second per user above 0 and up to 2000, separated by commas')
    : ok(speeds);
}

/** `tco`: every system on the plan's own workload and site, one row each. */
export function runTco(args: Args, output: Output): ExitCode {
  if (args.flags.has('json') && args.flags.has('csv')) {
    output.err('--json and --csv exclude each other');
    return exitCodes.usage;
  }
  const systems = systemsFrom(args);
  const speeds = speedsFrom(args);
  const prices = pricesFrom(args);
  if (!systems.ok || !speeds.ok || !prices.ok) {
    for (const asked of [systems, speeds, prices]) if (!asked.ok) output.err(asked.error);
    return exitCodes.usage;
  }
  const loaded = loadForPlan(args);
  if (!loaded.ok) {
    output.err(loaded.error.text);
    return loaded.error.exit;
  }
  const { project: { document }, scenarioId } = loaded.value;
  const measured = loadMeasuredPoints();
  const planner = createPlanner(builtInCatalog, measured);
  const plan = planner.evaluate(document, scenarioId);
  if (!plan.ok) {
    output.err(explainPlan(plan.error));
    return exitCodes.badFile;
  }
  const found = tcoTable(planner, { document, scenarioId, systems: systems.value,
    speeds: speeds.value, prices: prices.value, movesFor: suitedMoves(builtInCatalog, measured) });
  if (args.flags.has('json')) {
    const [first] = speeds.value;
    const rows = found.rows.filter(({ speed }) => speed === first);
    const crossovers = ownCrossovers(plan.value, rows, builtInCatalog, measured);
    output.out(JSON.stringify({ schema: 'aifp.tco/1', ...found, crossovers }, null, 2));
  }
  else if (args.flags.has('csv')) output.out(tcoCsv(found));
  else printTco(found, printOf(plan.value.inputs.project.values), output);
  for (const row of found.rows)
    for (const text of notesOf(row)) output.err(`note: ${row.name}: ${text}`);
  return exitCodes.done;
}

/** What a reader of a row must know; a price that is missing is given by an option here. */
const notesOf = (row: TcoRow): readonly string[] => [
  lacksPrice(row) ? `no public price; give one with --price ${row.system}=USD per accelerator`
    : row.reason,
  row.note,
].filter((text) => text !== '');

const tcoCsv = ({ rows }: TcoTable): string => csv([
  ['system', 'name', 'speed', 'precision', 'framework', ...columns.map(([key]) => key),
    'acceleratorPriceUsd', 'priceFrom', 'reason', 'note'],
  ...rows.map((row) => [row.system, row.name, row.speed, row.precisions.join(' '),
    row.frameworks.join(' '), ...columns.map(([key]) => row[key]),
    row.acceleratorPriceUsd, row.priceFrom, row.reason, row.note]),
]);

function printTco({ rows, cheapest }: TcoTable, print: Print, output: Output): void {
  const bySpeed = rows.some(({ speed }) => speed !== null);
  output.out(table([
    ['SYSTEM', ...(bySpeed ? ['SPEED ASKED'] : []),
      'PRECISION', 'ENGINE', '$/M TOKENS', '$/REQUEST', 'J/TOKEN', 'TOK/S/MW',
      '$/GB MEMORY', 'CAPEX/FACILITY MW', 'ACCELERATORS', 'MW', 'TOK/S/USER'],
    ...rows.map((row) => [row.name,
      ...(bySpeed ? [formatQuantity(row.speed, 'tok/s/user', print)] : []),
      row.precisions.join(' '), row.frameworks.join(' '),
      ...columns.map(([key, unit]) => formatQuantity(row[key], unit, print)
        + (key === 'memoryUsdPerGb' && row.priceFrom === 'user' ? '*' : ''))]),
  ]));
  if (rows.some(({ priceFrom }) => priceFrom === 'user'))
    output.out('* at a price of your own');
  for (const { speed, system } of cheapest) {
    const level = speed === null ? 'the promised speeds' : `${speed} tok/s per user`;
    const name = rows.find((row) => row.system === system)?.name;
    output.out(`cheapest at ${level}: ${name ?? 'none can serve it'}`);
  }
}

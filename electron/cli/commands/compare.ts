import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { bridge, type Bridge } from '../../../shared/compare/bridge.ts';
import type { BridgeProblem } from '../../../shared/compare/coalition.ts';
import { diffScenarios, type Difference } from '../../../shared/compare/diff.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { unreachable } from '../../../shared/units/result.ts';
import type { Args, ArgSpec } from '../args.ts';
import { chooseScenario, loadProject } from '../load.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainPlan } from '../problems.ts';

export const compareSpec: ArgSpec = { positional: ['file | template', 'A', 'B'],
  required: 3, flags: ['json'], options: [] };

function explainBridge(problem: BridgeProblem): string {
  switch (problem.code) {
    case 'no-plan':
      return `with ${problem.switched.join(', ') || 'nothing'} switched there is no plan: ${explainPlan(problem.problem)}`;
    case 'absent':
      return `${problem.metric} is absent with ${problem.switched.join(', ') || 'nothing'} switched: ${problem.detail}`;
    case 'bad-order':
      return `the order ${problem.order.join(', ')} does not name every group once`;
    case 'cancelled': return `cancelled after ${problem.done} of ${problem.total}`;
    case 'no-scenario': case 'circular-scenario': case 'missing-base':
      return explainPlan(problem);
    default: return unreachable(problem, 'explainBridge');
  }
}

const differenceRow = (d: Difference): readonly string[] =>
  [d.path, d.label, String(d.a ?? '(none)'), String(d.b ?? '(none)'),
    d.unit === 'text' ? '' : d.unit];

const bridgeRows = (b: Bridge): readonly (readonly string[])[] => [
  ['from', formatQuantity(b.from, b.unit)],
  ...b.steps.filter((step) => step.differences.length > 0)
    .map((step) => [step.label, formatQuantity(step.change, b.unit)]),
  ['to', formatQuantity(b.to, b.unit)],
];

/**
 * `compare`: what differs between two scenarios, and the way from one answer to the other
 * in exact steps.
 */
export function runCompare(args: Args, output: Output): ExitCode {
  const [file = '', nameA = '', nameB = ''] = args.positional;
  const loaded = loadProject(file);
  if (!loaded.ok) {
    output.err(loaded.error.text);
    return loaded.error.exit;
  }
  const { document } = loaded.value;
  const a = chooseScenario(document, nameA);
  const b = chooseScenario(document, nameB);
  if (!a.ok || !b.ok) {
    output.err(a.ok ? (b.ok ? '' : b.error.text) : a.error.text);
    return exitCodes.usage;
  }
  const differences = diffScenarios(document, a.value, b.value);
  if (!differences.ok) {
    output.err(explainPlan(differences.error));
    return exitCodes.badFile;
  }
  const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
  const bridges = (['costPerMTokUsd', 'npvUsd'] as const).map(
    (metric) => bridge(planner, document, a.value, b.value, metric),
  );
  if (args.flags.has('json')) {
    output.out(JSON.stringify({
      a: a.value, b: b.value, differences: differences.value,
      bridges: bridges.map((x) => (x.ok ? x.value : { refused: explainBridge(x.error) })),
    },
      null, 2));
  } else {
    output.out(table([
      ['PATH', 'INPUT', a.value, b.value, 'UNIT'], ...differences.value.map(differenceRow),
    ]));
    for (const found of bridges)
      output.out(found.ok ? `\n${found.value.metric}\n${table(bridgeRows(found.value))}`
        : explainBridge(found.error));
  }
  return bridges.every((x) => x.ok) ? exitCodes.done : exitCodes.failed;
}

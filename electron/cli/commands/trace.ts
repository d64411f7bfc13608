import { findCatalogItem } from '../../../shared/plan/entries/catalog-figure.ts';
import { declaredFigure, listDeclaredFigures } from '../../../shared/plan/figures/all.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import type { TraceSource } from '../../../shared/units/figure.ts';
import type { ArgSpec, Args } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { planFromArgs } from './plan.ts';

export const traceSpec: ArgSpec = {
  positional: ['file | template', 'figure'], required: 2, flags: ['json'],
  options: ['scenario', 'set', 'load'], repeatable: ['set', 'load'],
};

/** One input of a figure with what stands behind it. */
interface TracedInput {
  readonly kind: 'field' | 'catalog' | 'measured' | 'release';
  readonly path: string;
  readonly value: FieldValue;
  readonly unit: string;
  readonly evidence: string;
  readonly source: string;
  readonly date: string | null;
}

function describeSource(plan: Plan, source: TraceSource): TracedInput {
  switch (source.kind) {
    case 'field': {
      const input = plan.inputsInUse.find(({ path }) => path === source.path);
      if (input === undefined) throw new Error(`the plan has no input ${source.path}`);
      const { path, value, unit, evidence, date } = input;
      return { kind: 'field', path, value, unit, evidence, source: input.source, date };
    }
    case 'catalog': {
      const { value, citation } = findCatalogItem(plan.stages.catalog, source.ref);
      return {
        kind: source.ref.startsWith('releases/') ? 'release' : 'catalog',
        path: source.ref, value: value?.value ?? null, unit: value?.unit ?? 'text',
        evidence: citation?.evidence ?? 'assumed', source: citation?.source ?? '',
        date: citation?.date ?? null,
      };
    }
    case 'measured':
      return { kind: 'measured', path: source.id, value: null, unit: 'text',
        evidence: 'measured', source: source.id, date: null };
    default: return source satisfies never;
  }
}

/** Why a figure's key names nothing in the plan. */
function explainUnknown(plan: Plan, key: string): string {
  const known = [...new Set([
    ...listDeclaredFigures().map((figure) => figure.key), ...Object.keys(plan.figures),
    ...Object.keys(plan.series),
  ])];
  const nearest = known.find((one) => one.endsWith(`.${key}`)) ?? nearestWord(key, known);
  const declared = declaredFigure(key) === null ? '' : ' in this plan';
  const said = `there is no figure ${key}${declared}`;
  return nearest === null ? `${said}; \`aifp figures\` lists them all`
    : `${said}; did you mean ${nearest}? \`aifp figures\` lists them all`;
}

/**
 * `trace`: a figure or series with everything its computation read, directly or through
 * stages.
 */
export function runTrace(args: Args, output: Output): ExitCode {
  const planned = planFromArgs(args);
  if (!planned.ok) {
    output.err(planned.error.text);
    return planned.error.exit;
  }
  const { plan } = planned.value;
  const key = args.positional[1] ?? '';
  const figure = plan.figures[key];
  const traced = figure ?? plan.series[key];
  if (traced === undefined) {
    output.err(explainUnknown(plan, key));
    return exitCodes.usage;
  }
  const value = figure === undefined
    ? Array.from(plan.series[key]?.values ?? [], (x) => (Number.isFinite(x) ? x : null))
    : figure.value;
  const inputs = traced.reads.map((source) => describeSource(plan, source));
  if (args.flags.has('json')) {
    output.out(JSON.stringify(
      { figure: key, value, unit: traced.unit, formula: traced.formula, inputs }, null, 2,
    ));
  } else {
    output.out(`${key}: ${Array.isArray(value) ? `${value.length} months` : String(value)} ${traced.unit}, from ${inputs.length} inputs`);
    output.out(table([
      ['KIND', 'PATH', 'VALUE', 'UNIT', 'EVIDENCE', 'SOURCE'],
      ...inputs.map((i) => [i.kind, i.path, String(i.value ?? '-'), i.unit, i.evidence,
        i.source.slice(0, 60)]),
    ]));
  }
  return exitCodes.done;
}

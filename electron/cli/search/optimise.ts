import { readAxis, type PlanAxis } from '../../../shared/search/plans/axis.ts';
import {
  contradiction, readLimit, readObjective, type FigureLimit, type Objective,
} from '../../../shared/search/plans/limits.ts';
import { openMix, type MixAnswer, type RackBounds } from '../../../shared/search/plans/mix.ts';
import {
  optimiseSteps, type Candidate, type OptimiseAnswer,
} from '../../../shared/search/plans/optimise.ts';
import { planOf, type Subject } from '../../../shared/search/plans/subject.ts';
import { openSweep, type Sweep } from '../../../shared/search/plans/sweep.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import type { Output } from '../output.ts';
import { explainSearch } from './explain.ts';
import { watched } from './watched.ts';

/** What a command line asks an optimiser. */
export interface OptimiseAsked {
  readonly objectives: readonly string[];
  readonly choose: readonly string[];
  readonly limits: readonly string[];
}

interface Terms {
  readonly objectives: readonly Objective[];
  readonly limits: readonly FigureLimit[];
}

/** More combinations than this belong into a sweep that is looked at. */
const mostCombinations = 50_000;

function readTerms(subject: Subject, asked: OptimiseAsked): Result<Terms, string> {
  const plan = planOf(subject);
  if (!plan.ok) return refuse(explainSearch(plan.error));
  const objectives: Objective[] = [];
  for (const text of asked.objectives) {
    const read = readObjective(plan.value, text);
    if (!read.ok) return refuse(`--objective ${explainSearch(read.error)}`);
    objectives.push(read.value);
  }
  const limits: FigureLimit[] = [];
  for (const text of asked.limits) {
    const read = readLimit(plan.value, text);
    if (!read.ok) return refuse(`--limit ${explainSearch(read.error)}`);
    limits.push(read.value);
  }
  if (objectives.length < 1 || objectives.length > 2)
    return refuse('optimise needs one --objective, or two for a front between them');
  const against = contradiction(limits);
  return against === null ? ok({ objectives, limits })
    : refuse(`--limit ${against[0].text} and ${against[1].text} contradict each other`);
}

/** Bounds of racks as they are written: `rackGroup.KEY.racks=FEWEST:MOST`. */
const boundsForm = /^rackGroup[.](.+)[.]racks=(\d+):(\d*)$/u;

const isMix = (text: string): boolean => text === 'mix' || boundsForm.test(text);

function readBounds(texts: readonly string[]): Result<ReadonlyMap<string, RackBounds>, string> {
  const bounds = new Map<string, RackBounds>();
  for (const text of texts) {
    const [, key, fewest, most] = boundsForm.exec(text) ?? [];
    if (key === undefined) continue;
    const [least, end] = [Number(fewest), most === '' ? null : Number(most)];
    if (least < 1 || (end !== null && end < least))
      return refuse(`--choose ${text}: racks go from 1 up, the fewest first`);
    bounds.set(key, { least, most: end });
  }
  return ok(bounds);
}

/** An answer as JSON prints it, and in a sentence. */
export interface OptimisePrinted {
  readonly json: object;
  readonly text: readonly string[];
  readonly found: boolean;
}

function searchMix(
  subject: Subject, { objectives, limits }: Terms, texts: readonly string[], output: Output,
): Result<OptimisePrinted, string> {
  const [objective] = objectives;
  const other = texts.find((text) => !isMix(text));
  if (objective === undefined || objectives.length > 1 || other !== undefined) {
    return refuse(other === undefined ? 'a mix has one objective'
      : `--choose ${other}: a mix chooses racks alone; give the rest by --set`);
  }
  const bounds = readBounds(texts);
  if (!bounds.ok) return bounds;
  const search = openMix(subject, { objective, limits, bounds: bounds.value });
  if (!search.ok) return refuse(`--choose ${explainSearch(search.error)}`);
  return ok(printMix(objective, watched(search.value.steps(), output,
    ({ done, best }) => `optimise: ${done} plans, best ${best ?? 'none yet'}`)));
}

function printMix({ figure }: Objective, answer: MixAnswer): OptimisePrinted {
  const { best, asIs, bound, gap, binding, groups, planned, cause } = answer;
  const named = (racks: readonly number[]) =>
    Object.fromEntries(groups.map(({ path }, at) => [path, racks[at] ?? null]));
  const reason = best === null ? `No mix can be built within the limits: ${cause ?? 'none was found'}`
    : `${figure.label} is ${best.objective} ${figure.unit} with ${groups.map(({ name }, at) =>
      `${best.racks[at]} ${name}`).join(', ')}${asIs === null ? '' : `, and ${asIs.objective} as it stands`}.`;
  return { found: best !== null, text: [reason, ...binding.map(({ text, perUnit }) =>
    `binds: ${text}; one more is worth ${perUnit ?? '-'} ${figure.unit}`)],
  json: { schema: 'aifp.optimise/1', objective: figure.key,
    best: best === null ? null
      : { values: named(best.racks), figures: { [figure.key]: best.objective } },
    asIs: asIs === null ? null : { values: named(asIs.racks), figures: { [figure.key]: asIs.objective } },
    bound, gap, binding,
    shadowPrices: Object.fromEntries(binding.map(({ path, perUnit }) => [path, perUnit])),
    front: [], planned, reason } };
}

function searchChoices(
  subject: Subject, { objectives, limits }: Terms, texts: readonly string[], output: Output,
): Result<OptimisePrinted, string> {
  const axes: PlanAxis[] = [];
  for (const text of texts) {
    const axis = readAxis(subject, text);
    if (!axis.ok) return refuse(`--choose ${explainSearch(axis.error)}`);
    axes.push(axis.value);
  }
  if (axes.length === 0)
    return refuse('say what may be chosen: --choose path=a,b,c, path=from:to:count or mix');
  const figures = [...new Set([...objectives, ...limits].map(({ figure }) => figure.key))];
  const sweep = openSweep(subject, { axes, paired: false, figures }, mostCombinations);
  if (!sweep.ok) return refuse(explainSearch(sweep.error));
  const answer = watched(optimiseSteps({ sweep: sweep.value, objectives, limits }), output,
    ({ done, total, best }) => `optimise: ${done} of ${total}, best ${best ?? 'none yet'}`);
  return ok(printChoices(sweep.value, objectives, answer));
}

function printChoices(
  sweep: Sweep, objectives: readonly Objective[], answer: OptimiseAnswer,
): OptimisePrinted {
  const named = ({ run, values, figures }: Candidate) => ({ run,
    values: Object.fromEntries(sweep.axes.map(({ path }, at) => [path, values[at] ?? null])),
    figures: Object.fromEntries(sweep.figures.map(({ key }, at) => [key, figures[at] ?? null])) });
  const { best, gap, binding, front, planned, built, within, keptOut, cause } = answer;
  const reason = best === null
    ? `None of ${planned} combinations is within the limits: ${planned - built} cannot be built${cause === null ? '' : ` (${cause})`}${
      keptOut.map(({ limit, count }) => `, ${count} break ${limit.text}`).join('')}.`
    : `Best of ${planned} combinations, of which ${within} are within the limits: ${
      Object.entries(named(best).values).map(([path, value]) => `${path} ${value}`).join(', ')}.`;
  return { found: best !== null, text: [reason,
    ...(best === null ? [] : Object.entries(named(best).figures).map(([key, value]) => `${key}: ${value}`)),
    ...binding.map(({ limit, relaxTo, objective, perUnit }) =>
      `binds: ${limit.text}; at ${relaxTo} the objective is ${objective}, ${perUnit} per unit`)],
  json: { schema: 'aifp.optimise/1', objective: objectives.map(({ figure }) => figure.key).join(),
    best: best === null ? null : named(best), gap,
    binding: binding.map(({ limit, ...rest }) => ({ text: limit.text, ...rest })),
    shadowPrices: Object.fromEntries(binding.map(({ limit, perUnit }) => [limit.text, perUnit])),
    front: front.map(named), planned, built, within,
    keptOut: keptOut.map(({ limit, count }) => ({ text: limit.text, count })), reason } };
}

/** Runs the optimiser a command line asks for. */
export function runAsked(
  subject: Subject, asked: OptimiseAsked, output: Output,
): Result<OptimisePrinted, string> {
  const terms = readTerms(subject, asked);
  if (!terms.ok) return terms;
  const search = asked.choose.some(isMix) ? searchMix : searchChoices;
  return search(subject, terms.value, asked.choose, output);
}

import { acceleratorOf } from '../catalog/lookup.ts';
import type { Catalog, MeasuredPoint, ModelSpec, System } from '../catalog/types.ts';
import {
  buildStart, checkStart, type StartAnswers, type StartKit, type StartNames,
  type StartOwnership,
} from '../project/guided-start.ts';
import type { StartProblem } from '../project/start-problem.ts';
import type { ProjectDocument } from '../project/record.ts';
import { listScenarios } from '../project/resolve.ts';
import { documentOf, type Template } from '../project/templates.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import type { Evaluator } from './release-value.ts';
import { kitOf, type Kit } from './start-kit.ts';
import { underStrongestEngine } from './strongest.ts';

/** What a start is made with: the catalogue, and measured serving points. */
export interface StartWith {
  readonly catalog: Catalog;
  readonly points: readonly MeasuredPoint[] | null;
}

/** Something a reader should know of a system before choosing it. */
export type OfferNote =
  | { readonly code: 'no-price' }
  | { readonly code: 'no-rate' }
  | { readonly code: 'no-power' }
  | { readonly code: 'not-known' }
  | { readonly code: 'slower-network'; readonly gbps: number; readonly ownGbps: number };

/** A system as the start offers it. */
export interface SystemOffer {
  readonly id: string;
  readonly name: string;
  /** What would be chosen with it; null where it cannot serve the models. */
  readonly kit: Kit | null;
  /** Why it cannot; empty where it can. */
  readonly cannot: string;
  readonly notes: readonly OfferNote[];
}

const namesIn = (
  entries: Readonly<Record<string, { readonly name: string }>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(entries).map(([id, { name }]) => [id, name]));

/** Names of a catalogue that answers are held against. */
export const startNames = ({ sites, models, systems }: Catalog): StartNames =>
  ({ sites: namesIn(sites), models: namesIn(models), systems: namesIn(systems) });

function notesOn(
  system: System, kit: Kit, ownership: StartOwnership, catalog: Catalog,
): readonly OfferNote[] {
  const accelerator = acceleratorOf(catalog, system);
  const priced = system.priceUsd !== undefined
    || (accelerator.ok && accelerator.value.priceUsd !== undefined);
  const rented = accelerator.ok && accelerator.value.hourlyRental3yrUsd !== undefined;
  return [
    ...(ownership === 'rental' || priced ? [] : [{ code: 'no-price' } as const]),
    ...(ownership !== 'rental' || rented ? [] : [{ code: 'no-rate' } as const]),
    ...(system.maxPowerKw === undefined ? [{ code: 'no-power' } as const] : []),
    ...(kit.known ? [] : [{ code: 'not-known' } as const]),
    ...(kit.scaleOutGbps === null ? [] : [{ code: 'slower-network',
      gbps: kit.scaleOutGbps, ownGbps: kit.ownGbps } as const]),
  ];
}

const modelsOf = (
  { workloads }: Pick<StartAnswers, 'workloads'>, { models }: Catalog,
): readonly ModelSpec[] => workloads.flatMap(({ model }) => models[model] ?? []);

/** What a start asks of systems: models to serve, power to fill, and who owns them. */
export type OfferQuestion = Pick<StartAnswers, 'workloads' | 'utilityMw' | 'ownership'>;

/**
 * Every system of the catalogue with what would be chosen for it, and what a reader
 * should know before.
 */
export function systemOffers(
  question: OfferQuestion, { catalog, points }: StartWith,
): readonly SystemOffer[] {
  const models = modelsOf(question, catalog);
  const using = { catalog, points, utilityMw: question.utilityMw };
  return Object.values(catalog.systems).map((system): SystemOffer => {
    const kit = kitOf(system, models, using);
    const about = { id: system.id, name: system.name };
    return kit.ok ? { ...about, kit: kit.value, cannot: '',
      notes: notesOn(system, kit.value, question.ownership, catalog) }
      : { ...about, kit: null, cannot: kit.error, notes: [] };
  });
}

/**
 * The project that answers ask for: a scenario for each system, with the best that is
 * known to run on it.
 * @returns or everything that is wrong with the answers, in the order they are asked
 * @example planStart(firstAnswers, { catalog, points: null }).value.name // '20 MW, Ashburn, Virginia'
 */
export function planStart(
  answers: StartAnswers, { catalog, points }: StartWith,
): Result<Template, readonly StartProblem[]> {
  const names = startNames(catalog);
  const problems = checkStart(answers, names);
  if (problems.length > 0) return refuse(problems);
  const models = modelsOf(answers, catalog);
  const using = { catalog, points, utilityMw: answers.utilityMw };
  const found = answers.systems.flatMap((id) => {
    const system = catalog.systems[id];
    return system === undefined ? [] : [{ id, kit: kitOf(system, models, using) }];
  });
  const refused = found.flatMap(({ id, kit }): readonly StartProblem[] => (kit.ok ? []
    : [{ code: 'cannot-run', field: 'systems', id, reason: kit.error }]));
  return refused.length > 0 ? refuse(refused)
    : ok(buildStart(answers, names, found.flatMap(({ kit }): readonly StartKit[] =>
      (kit.ok ? [kit.value] : []))));
}

/**
 * The same with each scenario under the engine that serves it for least, as far as engines
 * are known to run its models: takes a few evaluations of each scenario.
 */
export function startProject(
  answers: StartAnswers, using: StartWith, planner: Evaluator,
): Result<Template, readonly StartProblem[]> {
  const made = planStart(answers, using);
  if (!made.ok) return made;
  const first = documentOf(made.value.records);
  const document = listScenarios(first).reduce<ProjectDocument>((so, { id }) => {
    const plan = planner.evaluate(so, id);
    return plan.ok ? underStrongestEngine(planner, id, { document: so, plan: plan.value }).document
      : so;
  }, first);
  return ok({ ...made.value, records: Object.values(document) });
}

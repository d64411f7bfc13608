import { acceleratorOf, findSwitch } from '../../catalog/lookup.ts';
import type {
  Accelerator, Catalog, MeasuredPoint, Precision, System,
} from '../../catalog/types.ts';
import { bestFramework } from '../../compat/best.ts';
import { engineOn } from '../../compat/support.ts';
import { computeFrontier } from '../../inference/frontier.ts';
import type { Answer, FrontierPoint, ServingRequest } from '../../inference/types.ts';
import { ok } from '../../units/result.ts';
import { linksOf, ownDomain } from '../site/links.ts';
import type { GroupServing } from '../serving/serving.ts';
import type { StageResults } from '../stages.ts';

/**
 * Hourly cost tiers of the catalogue, all-in USD per accelerator-hour; null where no
 * source states one.
 */
export interface HourlyTiers {
  readonly hyperscaler: number | null;
  readonly neocloud: number | null;
  readonly rental: number | null;
}
export type HourlyTier = keyof HourlyTiers;

/**
 * The same traffic put to another system: at the precision asked for, then at the next it
 * can do.
 */
export interface RivalQuestion {
  readonly systemId: string;
  readonly name: string;
  readonly hourly: HourlyTiers;
  readonly requests: readonly ServingRequest[];
}

/** What a rival serves, and how it was asked. */
export interface Rival {
  readonly systemId: string;
  readonly name: string;
  readonly hourly: HourlyTiers;
  readonly precision: Precision;
  readonly framework: string;
  readonly points: Answer<readonly FrontierPoint[]>;
  /**
   * The frontiers of both modes: where the first token binds, one may hide what the other
   * serves in time.
   */
  readonly served: readonly FrontierPoint[];
}

/** The twelve systems compared: one per accelerator generation in use or announced. */
export const rivalSystems: readonly string[] = [
  'dgx_h100', 'dgx_h200', 'dgx_b200', 'dgx_b300', 'gb200_nvl72', 'gb300_nvl72', 'vr_nvl72',
  'mi300x_8', 'mi325x_8', 'mi355x_8', 'tpu7x_pod', 'trn2_ultra',
];

const widening: Readonly<Record<Precision, readonly Precision[]>> = {
  fp4: ['fp4', 'fp8', 'bf16'], fp8: ['fp8', 'bf16'], bf16: ['bf16'],
  int4: ['int4', 'fp8', 'bf16'],
};

/** The framework asked for, or the best one where that is known not to run. */
function frameworkFor(
  accelerator: Accelerator, precision: Precision, asked: ServingRequest,
): string {
  const { framework, model, mode, measured = null } = asked;
  return engineOn(framework, accelerator).status === 'not'
    ? bestFramework({ accelerator, model, mode, points: measured }, precision) ?? framework
    : framework;
}

/** What the catalogue states of an hour of an accelerator. */
export const tiersOf = (accelerator: Accelerator): HourlyTiers => ({
  hyperscaler: accelerator.hourlyHyperscalerUsd?.value ?? null,
  neocloud: accelerator.hourlyNeocloudUsd?.value ?? null,
  rental: accelerator.hourlyRental3yrUsd?.value ?? null,
});

/**
 * The question of a rack group put to other systems: same model, traffic, limits, modes
 * and scale-out fabric; each system's own accelerators, NICs and scale-up domain. A
 * domain entered for the scenario only narrows.
 *
 * @param systemIds catalogue ids; unknown ones are left out
 */
export function rivalQuestions(
  stages: StageResults, serving: GroupServing, catalog: Catalog, systemIds: readonly string[],
): readonly RivalQuestion[] {
  const found = findSwitch(catalog, stages.inputs.network.values.switchModel);
  if (!found.ok) return [];
  const ask = (system: System): RivalQuestion | null => {
    const accelerator = acceleratorOf(catalog, system);
    if (!accelerator.ok) return null;
    const parts = { accelerator: accelerator.value, system };
    const links = linksOf(stages.inputs, parts, found.value, stages.network.design);
    const domain = Math.min(links.scaleUp.domain, ownDomain(parts));
    const { fixed: _fixed, measured: _measured, ...asked } = serving.request;
    const request = {
      ...asked, accelerator: accelerator.value,
      mode: serving.record.values.concurrency === null ? asked.mode : 'auto' as const,
      links: { ...links, scaleUp: { ...links.scaleUp, domain } },
    };
    return {
      systemId: system.id, name: system.name, hourly: tiersOf(accelerator.value),
      requests: widening[asked.precision].map((precision) => ({ ...request, precision,
        framework: frameworkFor(accelerator.value, precision, serving.request) })),
    };
  };
  return systemIds.flatMap((id) => {
    const system = catalog.systems[id];
    return system === undefined ? [] : ask(system) ?? [];
  });
}

/** Frontier of a rival at the first precision its accelerator has figures for. */
export function answerRival(
  question: RivalQuestion, measured: readonly MeasuredPoint[],
): Rival {
  const { systemId, name, hourly, requests } = question;
  const [first] = requests;
  if (first === undefined) throw new RangeError(`no request for ${systemId}`);
  let asked = first;
  let frontier = computeFrontier({ ...asked, measured });
  for (const next of requests.slice(1)) {
    if (frontier.ok || frontier.error.code !== 'figure-missing') break;
    asked = next;
    frontier = computeFrontier({ ...asked, measured });
  }
  const { precision, framework } = asked;
  const apart = asked.mode !== 'auto' || !frontier.ok ? []
    : (['agg', 'disagg'] as const).flatMap((mode) => {
      const ofMode = computeFrontier({ ...asked, mode, measured });
      return ofMode.ok ? ofMode.value.points : [];
    });
  return {
    systemId, name, hourly, precision, framework,
    points: frontier.ok ? ok(frontier.value.points) : frontier,
    served: frontier.ok ? [...frontier.value.points, ...apart] : [],
  };
}

import type { FrontierPoint } from '../../shared/inference/types.ts';
import type { GroupServing } from '../../shared/plan/serving/serving.ts';
import type { StageResults } from '../../shared/plan/stages.ts';
import { layerName } from '../../shared/report/figures.ts';
import type { ClimateBand, PowerStep } from './pictures/facility.ts';
import type { CapexPart } from './pictures/money.ts';
import type { FrontierCurve, FrontierData } from './pictures/serving.ts';

/**
 * What the stages found, in the words of the charts. Without stages there is nothing to
 * draw.
 */
type Stages = StageResults | undefined;

const servingOf = (stages: Stages, key: string | null): GroupServing | undefined =>
  key === null ? stages?.servings[0]
    : stages?.servings.find(({ record }) => record.key === key);

/** The serving point a rack group runs at, or null. */
export function chosenPoint(stages: Stages, key: string | null): FrontierPoint | null {
  const chosen = servingOf(stages, key)?.chosen;
  return chosen?.ok === true ? chosen.value : null;
}

/** All points a group could serve at, also while it is held to one of them. */
export const freePoints = ({ free }: GroupServing): readonly FrontierPoint[] =>
  free.ok ? free.value.points : [];

const curveOf = (serving: GroupServing): FrontierCurve => ({
  name: `${serving.record.values.name} (${serving.system.name})`,
  points: freePoints(serving),
  chosen: serving.chosen.ok ? serving.chosen.value : null,
});

/**
 * Frontiers of one rack group or of all. The service level is drawn where one holds for
 * all that is shown.
 */
export function frontierOf(stages: Stages, key: string | null): FrontierData {
  const shown =
    (stages?.servings ?? []).filter(({ record }) => key === null || record.key === key);
  const common = (limitOf: (serving: GroupServing) => number | null): number | null => {
    const limits = new Set(shown.map(limitOf));
    return limits.size === 1 ? ([...limits][0] ?? null) : null;
  };
  return {
    curves: shown.map(curveOf),
    minTokPerSecPerUser: common(({ request }) => request.limits.minTokPerSecPerUser),
    maxTtftMs: common(({ request }) => request.limits.maxTtftMs),
  };
}

export const climateBands = (stages: Stages): readonly ClimateBand[] =>
  (stages?.facility.result?.bins ?? []).map(({ lowC, highC, hours, pue }) => ({
    lowC,
    highC,
    hours,
    pue,
  }));

/**
 * Power in the design hour from the meter to the racks. Empty when nothing is in
 * service, or when nobody knows what the network draws.
 */
export function powerSteps(stages: Stages): readonly PowerStep[] {
  const peak = stages?.facility.result?.peak;
  if (stages === undefined || peak === undefined) return [];
  const { networkKw } = stages.facility;
  if (networkKw === null) return [];
  const drawn: readonly PowerStep[] = [
    { label: 'Transformers', kw: peak.transformerKw },
    { label: 'UPS', kw: peak.upsKw },
    { label: 'Distribution', kw: peak.distributionKw },
    { label: 'Chillers', kw: peak.chillerKw },
    { label: 'Heat rejection fans', kw: peak.rejectionFansKw },
    { label: 'Pumps', kw: peak.pumpsKw },
    { label: 'Air fans', kw: peak.airFansKw },
    { label: 'Lighting and other', kw: peak.otherKw },
    { label: 'Network', kw: networkKw },
  ];
  return [
    { label: 'Facility', kw: peak.facilityKw, total: true },
    ...drawn.filter(({ kw }) => kw > 0),
    { label: 'Racks', kw: peak.itKw - networkKw, total: true },
  ];
}

export const capexParts = (stages: Stages): readonly CapexPart[] =>
  Object.entries(stages?.economics?.totals.capexByClass ?? {}).map(([key, usd]) => ({
    label: layerName({ label: key }),
    usd,
  }));

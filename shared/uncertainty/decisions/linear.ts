import { at, rowAt, upTo } from '../numerics/at.ts';
import { cholesky } from '../numerics/matrix.ts';
import { normalCdf, normalDensity } from '../numerics/normal.ts';
import { gaussLegendre } from '../numerics/quadrature.ts';

/** An action whose payoff is a constant and so much per unit of each input. */
export interface LinearAction {
  readonly constant: number;
  readonly coefficients: readonly number[];
}

export interface NormalInput {
  readonly mean: number;
  readonly sd: number;
}

export interface LinearInformation {
  readonly bestAction: number;
  readonly expectedValue: number;
  readonly evpi: number;
  /** Value of knowing each input alone. */
  readonly evppi: readonly number[];
}

interface Line {
  readonly level: number;
  readonly slope: number;
}

/**
 * Mean of the highest of lines in one standard normal variable: the upper envelope, piece by
 * piece.
 * @example meanOfHighest([{ level: 0, slope: 1 }, { level: 0, slope: 0 }]) // 0.3989422804
 */
export function meanOfHighest(lines: readonly Line[]): number {
  const order = lines.toSorted((a, b) => a.slope - b.slope || a.level - b.level);
  const envelope: { readonly line: Line; readonly from: number }[] = [];
  for (const line of order) {
    for (;;) {
      const last = envelope.at(-1);
      if (last === undefined) {
        envelope.push({ line, from: -Infinity });
        break;
      }
      const from = line.slope === last.line.slope ? -Infinity
        : (last.line.level - line.level) / (line.slope - last.line.slope);
      if (from > last.from) {
        envelope.push({ line, from });
        break;
      }
      envelope.pop();
    }
  }
  const density = (z: number): number => (Number.isFinite(z) ? normalDensity(z) : 0);
  return envelope.reduce((sum, { line, from }, k) => {
    const to = envelope[k + 1]?.from ?? Infinity;
    return sum + line.level * (normalCdf(to) - normalCdf(from))
      + line.slope * (density(from) - density(to));
  }, 0);
}

const rule = gaussLegendre(12);
const reach = 8.5;

/** Mean of the highest of planes in several standard normal variables; the last is exact. */
function meanOfPlanes(
  levels: readonly number[], slopes: readonly (readonly number[])[], panels: number,
): number {
  const width = rowAt(slopes, 0).length;
  if (width === 0) return Math.max(...levels);
  const lines = levels.map((level, k): Line => ({ level, slope: at(rowAt(slopes, k), 0) }));
  if (width === 1) return meanOfHighest(lines);
  const half = reach / panels;
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    for (const [k, x] of rule.nodes.entries()) {
      const z = -reach + half * (2 * panel + 1 + x);
      sum += half * at(rule.weights, k) * normalDensity(z) * meanOfPlanes(
        lines.map(({ level, slope }) => level + slope * z),
        slopes.map((row) => row.slice(1)), panels);
    }
  }
  return sum;
}

/**
 * Value of information about independent normal inputs for actions linear in them. Two actions
 * are exact (unit normal loss); with up to four the rest is integrated.
 * @source Raiffa & Schlaifer, Applied Statistical Decision Theory (1961)
 * @throws RangeError where actions and inputs do not fit, or for more than four actions that
 *   differ in more than three ways
 * @example linearInformation([{ constant: 0, coefficients: [1] }, { constant: 0, coefficients: [0] }], [{ mean: 0, sd: 1 }]).evpi
 *   // 0.3989422804
 */
export function linearInformation(
  actions: readonly LinearAction[], inputs: readonly NormalInput[],
): LinearInformation {
  if (actions.length === 0) throw new RangeError('there are no actions');
  if (actions.some(({ coefficients }) => coefficients.length !== inputs.length))
    throw new RangeError('each action needs a coefficient for each input');
  if (inputs.some(({ sd }) => !(sd >= 0)))
    throw new RangeError('a standard deviation is below 0');
  const means = actions.map(({ constant, coefficients }) => coefficients.reduce(
    (sum, c, k) => sum + c * (inputs[k]?.mean ?? Number.NaN), constant));
  const expectedValue = Math.max(...means);
  const slopes = actions.map(({ coefficients }) =>
    coefficients.map((c, k) => c * (inputs[k]?.sd ?? Number.NaN)));
  const worth = (known: number): number => Math.max(0, known - expectedValue);
  return {
    bestAction: means.indexOf(expectedValue), expectedValue,
    evpi: worth(meanOfBest(means, slopes)),
    evppi: upTo(inputs.length).map((input) => worth(meanOfHighest(means.map((level, k): Line =>
      ({ level, slope: at(rowAt(slopes, k), input) }))))),
  };
}

/** Mean of the best action when all inputs are known. */
function meanOfBest(
  means: readonly number[], slopes: readonly (readonly number[])[],
): number {
  const base = rowAt(slopes, 0);
  const against = slopes.slice(1).map((row) => row.map((slope, k) => slope - at(base, k)));
  const covariance = against.map((a) => against.map((b) =>
    a.reduce((sum, value, k) => sum + value * at(b, k), 0)));
  const scale = Math.max(1e-300, ...covariance.map((row, k) => at(row, k)));
  const lower = cholesky(covariance.map((row) => row.map((value) => value / scale)), 1e-13);
  if (lower === null) throw new RangeError('the actions have no covariance');
  const used = upTo(against.length).filter((column) => lower.some((row) =>
    at(row, column) !== 0));
  if (used.length > 3)
    throw new RangeError('actions that differ in more than three ways need runs');
  const root = Math.sqrt(scale);
  const planes = [used.map(() => 0), ...lower.map((row) =>
    used.map((column) => at(row, column) * root))];
  return meanOfPlanes(means, planes, used.length > 2 ? 24 : 96);
}

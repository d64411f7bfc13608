import { useMemo } from 'react';
import type { ServiceLimits } from '../../../shared/inference/types.ts';
import {
  crossoverByFirstToken, crossoverBySpeed, type HourlyOf,
} from '../../../shared/plan/figures/crossover.ts';
import type { Rival } from '../../../shared/plan/figures/rivals.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { crossoverPicture, describeSpans } from '../../charts/pictures/crossover.ts';
import { useLook } from '../../charts/use-look.ts';
import { crossoverText } from './text.ts';

/** Systems to compare, and the service level along which they are. */
export interface CrossoverFor {
  readonly rivals: readonly Rival[];
  readonly limits: ServiceLimits;
  readonly level: 'speed' | 'first-token';
}

interface Props extends CrossoverFor {
  readonly hourlyOf: HourlyOf;
  /** What the costs are, in a sentence. */
  readonly basis: string;
}

/** Costs of systems along a service level, who is cheapest where, and who is left out. */
export function CrossoverView({ rivals, limits, level, hourlyOf, basis }: Props) {
  const look = useLook();
  const data = useMemo(
    () => (level === 'speed' ? crossoverBySpeed(rivals, hourlyOf, limits)
      : crossoverByFirstToken(rivals, hourlyOf, limits)),
    [rivals, hourlyOf, limits, level]);
  const unit = level === 'speed' ? 'tok/s/user' : 's';
  const promised = level === 'speed' ? limits.minTokPerSecPerUser : seconds(limits.maxTtftMs);
  const picture = useMemo(
    () => crossoverPicture(data, { ...crossoverText.axis[level], unit, promised }, look),
    [data, level, unit, promised, look]);
  return (
    <>
      <ChartFigure picture={picture} />
      <div className="crossover-words">
        <ul>
          {describeSpans(data, unit).map((sentence) => <li key={sentence}>{sentence}</li>)}
        </ul>
        <div>
          <p>{basis}</p>
          {data.left.map(({ name, reason }) => (
            <p key={name}>{crossoverText.left(name, reason)}</p>
          ))}
        </div>
      </div>
    </>
  );
}

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  crossoverByFirstToken, crossoverBySpeed,
} from '../../../shared/plan/figures/crossover.ts';
import type { HourlyTier, Rival } from '../../../shared/plan/figures/rivals.ts';
import type { ServiceLimits } from '../../../shared/inference/types.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { crossoverPicture, describeSpans } from '../../charts/pictures/crossover.ts';
import { useLook } from '../../charts/use-look.ts';
import { crossoverText } from './text.ts';

interface Props {
  readonly rivals: readonly Rival[];
  readonly limits: ServiceLimits;
  readonly tier: HourlyTier;
  readonly onTier: (tier: HourlyTier) => void;
}

const tiers: readonly HourlyTier[] = ['hyperscaler', 'neocloud', 'rental'];
type Level = 'speed' | 'first-token';

/**
 * Which system makes a million tokens cheapest, by speed per user or by the wait for the
 * first token.
 */
export function CrossoverPanel({ rivals, limits, tier, onTier }: Props) {
  const look = useLook();
  const [level, setLevel] = useState<Level>('speed');
  const data = useMemo(
    () =>
      level === 'speed'
        ? crossoverBySpeed(rivals, tier, limits)
        : crossoverByFirstToken(rivals, tier, limits),
    [rivals, tier, limits, level],
  );
  const unit = level === 'speed' ? 'tok/s/user' : 's';
  const promised = level === 'speed' ? limits.minTokPerSecPerUser : seconds(limits.maxTtftMs);
  const picture = useMemo(
    () => crossoverPicture(data, { ...crossoverText.axis[level], unit, promised }, look),
    [data, level, unit, promised, look],
  );
  return (
    <section className="crossover" aria-label={crossoverText.title}>
      <header>
        <h2>{crossoverText.title}</h2>
        <SegmentedControl
          size="xs"
          aria-label={crossoverText.by}
          data={[
            { value: 'speed', label: crossoverText.bySpeed },
            { value: 'first-token', label: crossoverText.byFirstToken },
          ]}
          value={level}
          onChange={setLevel}
        />
        <SegmentedControl
          size="xs"
          aria-label={crossoverText.tier}
          data={tiers.map((value) => ({ value, label: crossoverText.tiers[value] }))}
          value={tier}
          onChange={onTier}
        />
      </header>
      <ChartFigure picture={picture} />
      <div className="crossover-words">
        <ul>
          {describeSpans(data, unit).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <div>
          <p>{crossoverText.basis}</p>
          {data.left.map(({ name, reason }) => (
            <p key={name}>{crossoverText.left(name, reason)}</p>
          ))}
        </div>
      </div>
    </section>
  );
}

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

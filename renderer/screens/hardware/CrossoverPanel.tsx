import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ServiceLimits } from '../../../shared/inference/types.ts';
import { tierHourly } from '../../../shared/plan/figures/crossover.ts';
import type { HourlyTier, Rival } from '../../../shared/plan/figures/rivals.ts';
import { CrossoverView, type CrossoverFor } from './CrossoverView.tsx';
import { OwnCrossover } from './OwnCrossover.tsx';
import { crossoverText } from './text.ts';

/** Whose cost of an accelerator-hour is taken: a tier of the catalogue, or the plan's own. */
export type HourlyChoice = HourlyTier | 'plan';

interface Props {
  readonly rivals: readonly Rival[];
  readonly limits: ServiceLimits;
  readonly hourly: HourlyChoice;
  readonly onHourly: (hourly: HourlyChoice) => void;
}

const choices: readonly HourlyChoice[] = ['hyperscaler', 'neocloud', 'rental', 'plan'];

/**
 * Which system makes a million tokens cheapest, by speed per user or by the wait for the
 * first token.
 */
export function CrossoverPanel({ rivals, limits, hourly, onHourly }: Props) {
  const [level, setLevel] = useState<CrossoverFor['level']>('speed');
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
          aria-label={crossoverText.hourly}
          data={choices.map((value) => ({ value, label: crossoverText.choices[value] }))}
          value={hourly}
          onChange={onHourly}
        />
      </header>
      {hourly === 'plan' ? <OwnCrossover rivals={rivals} limits={limits} level={level} />
        : <TierCrossover rivals={rivals} limits={limits} level={level} tier={hourly} />}
    </section>
  );
}

function TierCrossover({ tier, ...of }: CrossoverFor & { readonly tier: HourlyTier }) {
  const hourlyOf = useMemo(() => tierHourly(tier), [tier]);
  return <CrossoverView {...of} hourlyOf={hourlyOf} basis={crossoverText.basis} />;
}

import type { Plan } from '../../../shared/plan/types.ts';
import { findFormula } from '../../../shared/plan/figures/formulas.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { useActions } from '../../state/hooks.tsx';
import { networkText } from './text.ts';

const facts: readonly (readonly [key: string, label: string])[] = [
  ['network.leaf', 'Leaf switches'],
  ['network.spine', 'Spine switches'],
  ['network.core', 'Core switches'],
  ['network.cables', 'Cables'],
  ['network.opticsModules', 'Optical modules'],
  ['network.switchHops', 'Switches on the longest path'],
  ['network.bisectionShare', 'Rate kept across the fabric'],
  ['network.latencyNs', 'Latency, one way'],
  ['network.powerKw', 'Power'],
  ['network.costUsd', 'Cost'],
];

/** Counts and figures of the fabric; each leads to how it came about. */
export function FabricFacts({ plan }: { readonly plan: Plan }) {
  const { select } = useActions();
  return (
    <section className="network-facts" aria-label={networkText.counts}>
      {facts.map(([key, label]) => {
        const figure = plan.figures[key];
        if (figure === undefined) return null;
        return (
          <button
            key={key}
            type="button"
            className="plain-button network-fact"
            title={findFormula(figure.formula).expression}
            onClick={() => {
              select({ kind: 'figure', key });
            }}>
            <span>{label}</span>
            <strong className="numeric">
              {figure.value === null
                ? (figure.absent?.code === 'no-source-value' ? networkText.unknown : '–')
                : formatQuantity(figure.value, figure.unit)}
            </strong>
          </button>
        );
      })}
    </section>
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Unit } from '../../../shared/units/unit.ts';
import { printInput, viewOf } from '../../components/fields/number-text.ts';
import { readInput } from '../../components/fields/read-number.ts';
import { usePrint } from '../../state/use-print.ts';
import { explainSum } from '../../text/sums.ts';

interface Props {
  readonly label: string;
  readonly unit: Unit;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly problem?: string | null;
  readonly onChange: (value: number) => void;
}

/** A box for an amount in its unit, which takes sums as every box of a field does. */
export function AmountBox(
  { label, unit, value, min = -Infinity, max = Infinity, problem = null, onChange }: Props,
) {
  const print = usePrint();
  const [draft, setDraft] = useState<string | null>(null);
  const { prefix, suffix } = viewOf(unit, print);
  const read = draft === null ? null : readInput(draft, unit, print, { now: value, negative: min < 0 });
  const wrong = read?.kind === 'invalid' ? explainSum(read.problem, { unit })
    : read?.kind === 'number' && (read.value < min || read.value > max)
      ? `${printInput(min, unit, print)} – ${printInput(max, unit, print)} ${suffix}` : problem;
  const shown = draft ?? printInput(value, unit, print);
  return (
    <TextInput size="xs" className="search-amount" label={`${label}${suffix === '' && prefix === ''
      ? '' : `, ${prefix}${suffix}`}`} value={shown} error={wrong}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value);
        const next = readInput(currentTarget.value, unit, print, { now: value, negative: min < 0 });
        if (next.kind === 'number' && next.value >= min && next.value <= max && next.worked !== true)
          onChange(next.value);
      }}
      onBlur={() => {
        if (read?.kind === 'number' && read.value >= min && read.value <= max) onChange(read.value);
        if (read?.kind !== 'invalid') setDraft(null);
      }} />
  );
}

import { ActionIcon, Select } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ScenarioInfo } from '../../state/scenarios.ts';
import { compareText as words } from '../../text/compare.ts';
import { choose, type Pair } from '../../state/compare-choice.ts';

interface Props {
  readonly pair: Pair;
  readonly scenarios: readonly ScenarioInfo[];
}

/** Which scenario is A and which is B. */
export function PairChooser({ pair: { a, b }, scenarios }: Props) {
  const data = scenarios.map(({ id, name }) => ({ value: id, label: name }));
  const set = (side: 'a' | 'b') => (id: string | null): void => {
    if (id === null) return;
    const next = { a: a.id, b: b.id, [side]: id };
    choose(next.a === next.b ? { a: b.id, b: a.id } : next);
  };
  return (
    <div className="compare-pair" role="group" aria-label={words.pair}>
      <Select label={words.a} data={data} value={a.id} allowDeselect={false}
        onChange={set('a')} />
      <ActionIcon variant="subtle" color="gray" aria-label={words.swap}
        onClick={() => { choose({ a: b.id, b: a.id }); }}>
        <IconArrowsExchange size={16} aria-hidden />
      </ActionIcon>
      <Select label={words.b} data={data} value={b.id} allowDeselect={false}
        onChange={set('b')} />
    </div>
  );
}

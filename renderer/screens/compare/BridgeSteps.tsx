import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Bridge, BridgeStep } from '../../../shared/compare/bridge.ts';
import { inputGroups, type InputGroup } from '../../../shared/compare/groups.ts';
import { printLadder } from '../../../shared/report/ladder.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { shortName } from '../../state/names.ts';
import { usePrint } from '../../state/use-print.ts';
import { compareText as words } from '../../text/compare.ts';
import { choose } from '../../state/compare-choice.ts';

interface Props {
  readonly bridge: Bridge;
  readonly nameA: string;
  readonly nameB: string;
  readonly order: readonly InputGroup[];
}

/** Inputs named in a step before the rest is counted. */
const mostNamed = 3;

const inputsIn = ({ differences }: BridgeStep): string => {
  const names = [...new Set(differences.map(({ label }) => label))];
  const rest = names.length - mostNamed;
  return rest > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${rest} more`
    : names.join(', ');
};

/** The steps as a table, printed so that they add up; in order, each can be moved. */
export function BridgeSteps({ bridge, nameA, nameB, order }: Props) {
  const steps = bridge.steps.filter(({ differences }) => differences.length > 0);
  const print = usePrint();
  const { unit, from } = bridge;
  const printed =
    printLadder({ unit, from, changes: steps.map(({ change }) => change) }, print);
  const movable = bridge.method === 'sequential' && steps.length > 1;
  const columns = movable ? words.stepsColumns : words.stepsColumns.slice(0, -1);
  const last = movable ? [''] : [];
  const rows: readonly FactRow[] = [
    { key: 'a', strong: true,
      cells: [`A: ${shortName(nameA)}`, '', '', printed.from, ...last] },
    ...steps.map((step, i): FactRow => ({
      key: step.group,
      cells: [
        step.label, inputsIn(step), printed.changes[i], printed.levels[i],
        ...(movable ? [<Movers key="move" step={step} steps={steps} order={order} />] : []),
      ],
    })),
    { key: 'b', strong: true,
      cells: [`B: ${shortName(nameB)}`, words.sum, printed.sum, printed.to, ...last] },
  ];
  return (
    <FactTable title={words.steps} help={words.rounded} words={[0, 1]} columns={columns}
      rows={rows}>
      {movable && (
        <Button size="compact-xs" variant="subtle"
          disabled={order.every((group, i) => group === inputGroups[i])}
          onClick={() => { choose({ order: inputGroups }); }}>
          {words.resetOrder}
        </Button>
      )}
    </FactTable>
  );
}

interface MoverProps {
  readonly step: BridgeStep;
  readonly steps: readonly BridgeStep[];
  readonly order: readonly InputGroup[];
}

function Movers({ step: { group, label }, steps, order }: MoverProps) {
  const at = steps.findIndex((each) => each.group === group);
  const exchange = (other: InputGroup | undefined): void => {
    if (other === undefined) return;
    choose({
      order: order.map((each) => (each === group ? other : each === other ? group : each)),
    });
  };
  return (
    <span className="compare-movers">
      <ActionIcon size="sm" variant="subtle" color="gray" disabled={at === 0}
        aria-label={words.earlier(label)}
        onClick={() => { exchange(steps[at - 1]?.group); }}>
        <IconArrowUp size={13} aria-hidden />
      </ActionIcon>
      <ActionIcon size="sm" variant="subtle" color="gray" disabled={at === steps.length - 1}
        aria-label={words.later(label)} onClick={() => { exchange(steps[at + 1]?.group); }}>
        <IconArrowDown size={13} aria-hidden />
      </ActionIcon>
    </span>
  );
}

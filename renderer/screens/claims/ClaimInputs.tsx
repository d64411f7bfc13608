import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { solveFor } from '../../../shared/claims/solve.ts';
import type { ClaimCard, ClaimInput, Overrides } from '../../../shared/claims/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import { FactTable } from '../../components/FactTable.tsx';
import { claimsText as words, explainCard, printOutcome } from '../../text/claims.ts';
import { clearEntries, enter } from './entries.ts';
import { EntryBox } from './EntryBox.tsx';

interface Props {
  readonly card: ClaimCard;
  readonly entries: Overrides;
}

/** Free inputs of a card, and the solver for any one of them. */
export function ClaimInputs({ card, entries }: Props) {
  const [unknown, setUnknown] = useState<string | null>(null);
  if (card.inputs.length === 0) return null;
  return (
    <FactTable title={words.inputs} help={words.inputsHelp} columns={words.inputColumns}
      words={[0, 1, 2]}
      rows={card.inputs.map((input) => ({
        key: input.key,
        cells: [
          <div key="name" className="claim-input">
            <InputName input={input} />
            <Basis cardId={card.id} input={input} entered={input.key in entries} />
          </div>,
          <div key="value" className="claim-input">
            <EntryBox cardId={card.id} input={input} entry={entries[input.key]} />
            <small>{rangeOf(input)}</small>
            {unknown === input.key && <SolutionLine card={card} entries={entries}
              unknown={unknown} />}
          </div>,
          <Button key="solve" size="compact-xs" variant="default"
            aria-label={words.solveFor(input.label)}
            aria-pressed={unknown === input.key} onClick={() => { setUnknown(input.key); }}>
            {words.solve}
          </Button>,
        ],
      }))}>
      <Button size="compact-xs" variant="subtle" disabled={Object.keys(entries).length === 0}
        onClick={() => { clearEntries(card.id); }}>
        {words.resetAll}
      </Button>
    </FactTable>
  );
}

/** The range in which the value was published or suggested, else what may be entered. */
function rangeOf({ unit, bounds, value, suggested }: ClaimInput): string {
  const { low = bounds[0], high = bounds[1] } = suggested ?? value ?? {};
  const [from, to] = [formatQuantity(low, unit), formatQuantity(high, unit)];
  return low === high ? from : words.bounds(from, to);
}

function InputName({ input: { label, value } }: { readonly input: ClaimInput }) {
  if (value !== null) return <span>{label}</span>;
  return (
    <span>
      {label} <Tooltip label={words.missingMeaning}>
        <span className="claim-missing">{words.missing}</span>
      </Tooltip>
    </span>
  );
}

interface BasisProps {
  readonly cardId: string;
  readonly input: ClaimInput;
  readonly entered: boolean;
}

/** What the value in use rests on. */
function Basis({ cardId, input: { key, label, value, suggested }, entered }: BasisProps) {
  if (entered) {
    return (
      <span className="claim-basis">
        {words.yours}
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words.reset(label)}
          onClick={() => { enter(cardId, key, null); }}>
          <IconRestore size={13} aria-hidden />
        </ActionIcon>
      </span>
    );
  }
  const figure = suggested ?? value;
  if (figure === null) return <small>{words.noValue}</small>;
  return <span
    className="claim-basis"><EvidenceBadge evidence={figure.evidence} /> {figure.source}</span>;
}

interface SolutionProps extends Props {
  readonly unknown: string;
}

/**
 * The value of one input at which the claim comes out as published, all others as they
 * stand.
 */
function SolutionLine({ card, entries, unknown }: SolutionProps) {
  const { [unknown]: _open, ...others } = entries;
  const found = solveFor(card, unknown, others);
  const unit = card.inputs.find(({ key }) => key === unknown)?.unit ?? 'ratio';
  if (!found.ok)
    return <p className="claim-solution" role="status">{explainCard(found.error, card)}</p>;
  const { label, value, outcome } = found.value;
  return (
    <p className="claim-solution" role="status">
      {words.solved(label, formatQuantity(value, unit),
        printOutcome(outcome, card.formula.unit))}
      {' '}
      <Button size="compact-xs" variant="default"
        onClick={() => { enter(card.id, unknown, value); }}>
          {words.use}
        </Button>
    </p>
  );
}

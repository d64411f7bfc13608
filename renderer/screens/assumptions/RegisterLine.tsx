import { Button } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { fieldOf } from '../../../shared/project/kinds.ts';
import type { RegisterRow } from '../../../shared/uncertainty/register.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { FieldCell } from '../../components/fields/FieldCell.tsx';
import { FieldNote } from '../../components/FieldNote.tsx';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import { describeIn } from '../../state/describe.ts';
import { fieldState } from '../../state/document.ts';
import { useActions, useDocument, useInputs, useScenarioId } from '../../state/hooks.tsx';
import { printSourced } from '../../state/trace.ts';
import { usePrint } from '../../state/use-print.ts';
import { assumptionsText as words, stalenessText, stateText } from '../../text/assumptions.ts';
import { screenOfRow, selectionOf } from './place.ts';

interface Props {
  readonly row: RegisterRow;
  readonly line: number;
  readonly open: boolean;
  readonly effect: number | null;
  readonly effectUnit: Unit;
  readonly onOpen: (id: string | null) => void;
  /** A key was pressed on the name: the arrows lead to the next row. */
  readonly onStep: (event: KeyboardEvent, line: number) => void;
}

/**
 * One input: what it is, its value, how it is known, how old that is, what it moves.
 * Open, it can be edited.
 */
export function RegisterLine({ row, line, open, effect, effectUnit, onOpen, onStep }: Props) {
  const { select } = useActions();
  const print = usePrint();
  const toggle = (): void => {
    onOpen(open ? null : row.id);
    select(selectionOf(row));
  };
  return (
    <>
      <div role="rowheader" className="register-name">
        <button type="button" className="plain-button" data-line={line}
          aria-expanded={open} onClick={toggle}
          onKeyDown={(event) => { onStep(event, line); }}>
          {row.label}
        </button>
        <small>{row.record}{row.state === 'default' ? '' : ` · ${stateText[row.state]}`}</small>
      </div>
      <div role="cell"
        className="register-value numeric"><Value row={row} open={open} onOpen={toggle} /></div>
      <div role="cell"><EvidenceBadge evidence={row.evidence} /></div>
      <div role="cell" className="register-age" data-age={row.staleness}
        title={stalenessText[row.staleness].meaning}>
          {row.staleness === 'decision' ? '–' : stalenessText[row.staleness].label}
          {row.date !== null && <small className="numeric">{row.date}</small>}
        </div>
      <div role="cell" className="register-effect numeric">
        {effect === null ? '' : `± ${formatQuantity(effect, effectUnit, print)}`}
      </div>
      <div role="cell" className="register-source">
        <span title={row.source}>{row.source}</span>
        {row.note !== '' && <small title={row.note}>{row.note}</small>}
      </div>
      {open && <div role="cell" className="register-more"><More row={row} /></div>}
    </>
  );
}

/** The value as printed; a press turns it into the control of its field. */
function Value({ row, open, onOpen }: {
  readonly row: RegisterRow; readonly open: boolean; readonly onOpen: () => void
}) {
  const cell = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const inputs = useInputs();
  const print = usePrint();
  useEffect(() => {
    if (!open || !wanted.current) return;
    wanted.current = false;
    cell.current?.querySelector<HTMLElement>('input[id], textarea')?.focus();
  }, [open]);
  const field = row.at === null ? undefined : fieldOf(row.at.kind, row.at.field);
  if (row.at === null || field === undefined) {
    return <>
      {typeof row.value === 'number' ? printSourced(row.value, row.unit, print) : words.whole}
    </>;
  }
  if (open)
    return <div ref={cell}><FieldCell field={field} at={row.at} label={row.label} /></div>;
  const shown = row.value === null && row.used !== null && field.type === 'number'
    ? `${describeIn(field, null, inputs)}: ${formatQuantity(row.used, field.unit, print)}`
    : describeIn(field, row.value, inputs);
  return (
    <button type="button" className="plain-button register-edit" title={words.edit(row.label)}
      onClick={() => {
        wanted.current = true;
        onOpen();
      }}>
      {shown}
    </button>
  );
}

/**
 * What an open row says beside its value: its range, its note and source, and the way to
 * its screen.
 */
function More({ row }: { readonly row: RegisterRow }) {
  const { jumpTo, go } = useActions();
  const print = usePrint();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { at, range, unit } = row;
  return (
    <>
      <p>
        {range === null ? words.noRange : words.range(printSourced(range.low, unit, print),
          printSourced(range.high, unit, print), range.basis)}
      </p>
      {at !== null && <FieldNote key={row.id + scenarioId} at={at}
        note={fieldState(document, scenarioId, at)?.note ?? null} />}
      <Button size="compact-xs" variant="default"
        onClick={() => {
          if (at === null) go(screenOfRow(row));
          else jumpTo(at);
        }}>
        {words.goTo}
      </Button>
    </>
  );
}

import { NumberInput, Select } from '@mantine/core';
import type { Plan } from '../../../shared/plan/types.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { searchText as words } from '../../text/search.ts';
import { axisFor, type AxisForm } from './form.ts';
import { fieldNamed, typedScale, typedUnit, type Option } from './inputs.ts';

/** Lists are long: typing narrows them, and only the first of a list are drawn. */
const mostDrawn = 60;

interface PickProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onPick: (value: string) => void;
}

/** A list that is searched by typing. */
export function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <Select size="xs" label={label} value={value} data={[...options]} searchable
      allowDeselect={false} limit={mostDrawn} nothingFoundMessage={words.nothingFound}
      onFocus={(event) => { event.currentTarget.select(); }}
      onChange={(next) => { if (next !== null) onPick(next); }} />
  );
}

interface AmountProps {
  readonly label: string;
  /** The whole name, where the label stands beside others of its kind. */
  readonly name?: string;
  readonly value: number | null;
  readonly unit: Unit | null;
  readonly onValue: (value: number | null) => void;
}

/** A number as it is typed: shares in per cent. */
export function AmountBox({ label, name = label, value, unit, onValue }: AmountProps) {
  const scale = typedScale(unit);
  return (
    <NumberInput size="xs" label={label} aria-label={name} suffix={typedUnit(unit)} hideControls
      thousandSeparator=","
      value={value === null ? '' : Number((value * scale).toPrecision(12))}
      onChange={(typed) => {
        onValue(typeof typed === 'number' ? Number((typed / scale).toPrecision(12)) : null);
      }} />
  );
}

interface AxisProps {
  readonly label: string;
  readonly axis: AxisForm;
  readonly options: readonly Option[];
  readonly plan: Plan | null;
  /** Whether the number of values is asked for. */
  readonly counted?: boolean;
  readonly onAxis: (axis: AxisForm) => void;
}

/** An input, between which ends, and in how many values. */
export function AxisPick({ label, axis, options, plan, counted = true, onAxis }: AxisProps) {
  const field = fieldNamed(axis.path);
  const named = (part: string): string => words.of(label, part);
  return (
    <div className="search-axis">
      <Pick label={label} value={axis.path} options={options}
        onPick={(path) => { onAxis(axisFor(path, plan, axis.count)); }} />
      {field?.type === 'number' && (
        <div className="search-ends">
          <AmountBox label={words.from} name={named(words.from)} value={axis.from} unit={field.unit}
            onValue={(from) => { if (from !== null) onAxis({ ...axis, from }); }} />
          <AmountBox label={words.to} name={named(words.to)} value={axis.to} unit={field.unit}
            onValue={(to) => { if (to !== null) onAxis({ ...axis, to }); }} />
          {counted && (
            <NumberInput size="xs" label={words.count} aria-label={named(words.count)}
              value={axis.count} min={1} allowDecimal={false} hideControls
              onChange={(count) => {
                if (typeof count === 'number') onAxis({ ...axis, count });
              }} />)}
        </div>)}
    </div>
  );
}

import type { KnownInput } from '../../../shared/project/field-path.ts';
import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import type { FieldAddress } from '../../state/document.ts';
import { setField, type Edit } from '../../state/edits.ts';

/** Months shown, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type HandleKind = 'service' | 'retire' | 'release' | 'spike' | 'price';

/** Something on the timeline that can be moved to another month. */
export interface Handle {
  readonly kind: HandleKind;
  readonly at: FieldAddress;
  readonly name: string;
  readonly month: number;
  readonly min: number;
  readonly max: number;
  readonly inUse: boolean;
}

/** A stretch of months drawn as a bar. */
export interface Stretch extends Span {
  readonly phase: 'paid' | 'ramp' | 'serve';
}

export interface TimelineRow {
  readonly key: string;
  readonly name: string;
  readonly kind: 'rackGroup' | 'release' | 'spike' | 'priceEvent';
  readonly stretches: readonly Stretch[];
  readonly handles: readonly Handle[];
}

export interface Timeline {
  readonly span: Span;
  readonly rows: readonly TimelineRow[];
}

type Group = ScenarioInputs['rackGroup'][number];

/**
 * Months from the first payment to the horizon, racks first, then what happens to
 * software, demand and prices.
 */
export function timelineOf(inputs: ScenarioInputs): Timeline {
  const { horizonMonths } = inputs.demand.values;
  const from = Math.min(1,
    ...inputs.rackGroup.map(({ values }) => values.startMonth - values.leadMonths));
  const marks = (
    kind: 'release' | 'spike' | 'priceEvent', handle: HandleKind,
  ): readonly TimelineRow[] =>
    inputs[kind].map(({ key, values }) => ({
      key: `${kind}.${key}`, name: values.name, kind, stretches: [],
      handles: [handleOf(handle, { kind, key, field: 'month' } satisfies KnownInput,
        values.name, values.month, values.inUse)],
    }));
  return {
    span: { from, to: horizonMonths },
    rows: [
      ...inputs.rackGroup.map((group) => groupRow(group, horizonMonths)),
      ...marks('release', 'release'), ...marks('spike', 'spike'),
      ...marks('priceEvent', 'price'),
    ],
  };
}

function handleOf(
  kind: HandleKind, at: FieldAddress, name: string, month: number, inUse: boolean,
): Handle {
  const field = fieldOf(at.kind, at.field);
  const [min, max] = field?.type === 'number' ? [field.min, field.max] : [1, month];
  return { kind, at, name, month, min, max, inUse };
}

function groupRow({ key, values }: Group, horizonMonths: number): TimelineRow {
  const { startMonth, leadMonths, rampMonths, retireMonth, name } = values;
  const last = retireMonth ?? horizonMonths;
  const ramped = Math.min(last, startMonth + rampMonths - 1);
  const stretches: readonly Stretch[] = [
    { phase: 'paid', from: startMonth - leadMonths, to: startMonth - 1 },
    { phase: 'ramp', from: startMonth, to: ramped },
    { phase: 'serve', from: Math.max(startMonth, ramped + 1), to: last },
  ];
  const at = (field: string): FieldAddress => ({ kind: 'rackGroup', key, field });
  return {
    key: `rackGroup.${key}`, name, kind: 'rackGroup',
    stretches: stretches.filter(({ from, to }) => to >= from),
    handles: [
      handleOf('service', at('startMonth'), name, startMonth, true),
      { ...handleOf('retire', at('retireMonth'), name, last, retireMonth !== null),
        min: startMonth },
    ],
  };
}

/** Place of the start of a month, as a share of the span. */
export const placeOfMonth = ({ from, to }: Span, month: number): number =>
  (month - from) / (to - from + 1);

/** Month under a place of the track, `share` of its width. */
export const monthAt = ({ from, to }: Span, share: number): number => {
  const month = Math.round(from + share * (to - from + 1));
  // Rounding a small negative place gives -0, which is not the month it prints as.
  return month === 0 ? 0 : month;
};

export const clampMonth = ({ min, max }: Handle, month: number): number =>
  Math.min(max, Math.max(min, month));

/**
 * What moving a handle changes. A group's service takes its retirement along, so that its
 * life keeps its length; a retirement at or beyond the horizon is none.
 */
export function moveHandle(
  document: ProjectDocument, scenarioId: string, inputs: ScenarioInputs, handle: Handle,
  month: number,
): Edit {
  const to = clampMonth(handle, month);
  if (handle.kind === 'retire') {
    return setField(document, scenarioId, handle.at,
      to >= inputs.demand.values.horizonMonths ? null : to);
  }
  const first = setField(document, scenarioId, handle.at, to);
  const group = handle.kind === 'service'
    ? inputs.rackGroup.find(({ key }) => key === handle.at.key)?.values
    : undefined;
  if (group === undefined || group.retireMonth === null) return first;
  const retire = Math.min(handle.max, group.retireMonth + to - handle.month);
  const second = setField(applyChanges(document, first), scenarioId,
    { ...handle.at, field: 'retireMonth' }, retire);
  return [...first, ...second];
}

/** Months by which a key moves a handle; null for keys that do not. */
export function keyStep(key: string, shift: boolean): number | null {
  switch (key) {
    case 'ArrowLeft': case 'ArrowDown': return shift ? -12 : -1;
    case 'ArrowRight': case 'ArrowUp': return shift ? 12 : 1;
    case 'PageDown': return -12;
    case 'PageUp': return 12;
    default: return null;
  }
}

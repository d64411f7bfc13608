import { evidenceClasses, type EvidenceClass } from '../../units/provenance.ts';
import type { Field, FieldValue } from '../../project/field.ts';
import { isActive } from '../../project/condition.ts';
import { defaultsAt } from '../../project/defaults.ts';
import { kindOf } from '../../project/kinds.ts';
import type { AnyResolved, ScenarioInputs } from '../../project/resolve.ts';
import { dateIn } from '../../units/source-date.ts';
import type { InputInUse, Provenance } from '../types.ts';

/** All records of a scenario that carry inputs of the plan, in screen order. */
export function listRecords(inputs: ScenarioInputs): readonly AnyResolved[] {
  return [
    inputs.project, inputs.site, ...inputs.traffic, ...inputs.rackGroup, inputs.demand,
    inputs.power, inputs.cooling, inputs.network, inputs.climate, inputs.tariff,
    ...inputs.feed, inputs.curtailment, inputs.battery, ...inputs.generator,
    inputs.hall, ...inputs.placement, ...inputs.deviceType, ...inputs.rackDevice, ...inputs.rackType,
    inputs.resilience, inputs.plant, inputs.capex, inputs.opex, inputs.finance,
    ...inputs.release, ...inputs.spike, ...inputs.loadSeries, ...inputs.priceEvent, ...inputs.priceTier,
    ...inputs.rentalContract,
    ...inputs.customModel, ...inputs.benchmark, ...inputs.catalogEntry,
  ];
}

/**
 * Every input with where its value comes from and whether it has an effect: a changed
 * value is the user's (with the source of its note, if any), a default carries the source
 * and evidence it had when the project took it.
 */
export function listInputsInUse(inputs: ScenarioInputs): readonly InputInUse[] {
  const { fields } = defaultsAt(inputs.project.values);
  return listRecords(inputs)
    .flatMap((record) => fields(record.kind).map((field) => ({
      ...describeInput(record, field),
      active: isActive(field.activeWhen, inputs, record.key),
    })));
}

function describeInput(record: AnyResolved, field: Field): Omit<InputInUse, 'active'> {
  const values: Readonly<Record<string, FieldValue>> = record.values;
  const value = values[field.key] ?? null;
  const changed = record.set.has(field.key) && value !== field.default;
  const note = record.notes[field.key];
  const source = note?.source ?? (changed ? 'Entered in this project' : field.source);
  return {
    path: kindOf(record.kind).count === 'one' ? `${record.kind}.${field.key}`
      : `${record.kind}.${record.key}.${field.key}`,
    label: field.label,
    unit: field.type === 'number' ? field.unit : 'text',
    value, changed,
    source,
    date: (note?.source === undefined && !changed ? field.date : undefined) ?? dateIn(source),
    evidence: changed ? 'user' : field.evidence,
    note: note?.note ?? '',
  };
}

/** What of an input is counted. */
type Counted = Pick<InputInUse, 'active' | 'evidence'>;

/**
 * How the inputs in use are known: those that have an effect, by evidence class. The one
 * count that screens, reports, warnings and exports print.
 */
export function summariseProvenance(inputs: readonly Counted[]): Provenance {
  const byEvidence =
    Object.fromEntries(evidenceClasses.map((c) => [c, 0])) as Record<EvidenceClass, number>;
  const used = inputs.filter(({ active }) => active);
  for (const input of used) byEvidence[input.evidence] += 1;
  return { inputs: used.length, byEvidence };
}

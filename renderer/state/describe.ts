import type { Field, FieldValue } from '../../shared/project/field.ts';
import { printOf } from '../../shared/project/print.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { inFull, plainPrint } from '../../shared/units/print.ts';
import { describeValue } from '../text/fields.ts';
import { listOptions } from './references.ts';

/** A value as people read it, references by the name of what they point to. */
export function describeIn(
  field: Field, value: FieldValue, inputs: ScenarioInputs | null,
): string {
  const print = inputs === null ? plainPrint : inFull(printOf(inputs.project.values));
  if (field.type !== 'reference' || inputs === null) return describeValue(field, value, print);
  return (
    listOptions(field.of, inputs).find((option) => option.value === value)?.label ??
    describeValue(field, value, print)
  );
}

import type { Field, FieldValue } from '../../shared/project/field.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { describeValue } from '../text/fields.ts';
import { listOptions } from './references.ts';

/** A value as people read it, references by the name of what they point to. */
export function describeIn(field: Field, value: FieldValue, inputs: ScenarioInputs | null): string {
  if (field.type !== 'reference' || inputs === null) return describeValue(field, value);
  return (
    listOptions(field.of, inputs).find((option) => option.value === value)?.label ??
    describeValue(field, value)
  );
}

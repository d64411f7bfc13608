import type { Field } from '../../../shared/project/field.ts';
import type { FieldAddress } from '../../state/document.ts';

/** What an empty field stands for in the plan on show, as printed; null when the plan does not say. */
export function useAutoValue(_field: Field, _at: FieldAddress): string | null {
  return null;
}

import type { FieldValue } from '../../../shared/project/field.ts';
import type { FieldAddress } from '../../state/document.ts';
import type { FieldEdit } from './use-field-edit.ts';

/** What every control gets. The row around it draws label, marks, reset and error. */
export interface ControlProps {
  readonly id: string;
  readonly at: FieldAddress;
  readonly value: FieldValue;
  /** Whether records edited together say different things here: then `value` is null. */
  readonly mixed?: boolean;
  readonly edit: FieldEdit;
  readonly disabled: boolean;
  readonly describedBy: string;
  /** Says why what was typed is not in use, or null when it is. */
  readonly onError: (error: string | null) => void;
}

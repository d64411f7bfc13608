import type { Field } from '../../../shared/project/field.ts';
import { useAutoValue } from './auto-value.ts';
import type { ControlProps } from './control.ts';
import { NumberControl } from './NumberControl.tsx';
import {
  ChoiceControl, ReferenceControl, TextControl, ToggleControl,
} from './OtherControls.tsx';

/** The control that suits a field. */
export function Control(
  { field, control }: { readonly field: Field; readonly control: ControlProps },
) {
  const known = useAutoValue(field, control.at);
  const auto = control.mixed === true ? null : known;
  switch (field.type) {
    case 'number':
      return <NumberControl {...control} field={field} auto={auto} />;
    case 'choice':
      return <ChoiceControl {...control} field={field} />;
    case 'reference':
      return <ReferenceControl {...control} field={field} />;
    case 'toggle':
      return <ToggleControl {...control} field={field} />;
    case 'text':
      return <TextControl {...control} field={field} />;
  }
}

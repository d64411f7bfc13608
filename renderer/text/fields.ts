import type { Misfit } from '../../shared/plan/entries/misfits.ts';
import type { Field, FieldValue } from '../../shared/project/field.ts';
import type { FieldProblem } from '../../shared/project/validate.ts';
import type { EvidenceClass } from '../../shared/units/provenance.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { inFull, plainPrint, type Print } from '../../shared/units/print.ts';
import { unreachable } from '../../shared/units/result.ts';

/** Names of the evidence classes and what each means. */
export const evidenceText: Readonly<
  Record<EvidenceClass, { readonly label: string; readonly meaning: string }>
> = {
  measured: { label: 'Measured',
    meaning: 'Measured or officially recorded, with a citable source.' },
  vendor: { label: 'Vendor', meaning: 'Stated by the maker of the product.' },
  analyst: { label: 'Analyst', meaning: 'Estimated by a named third party.' },
  derived: { label: 'Derived', meaning: 'Computed from other cited figures.' },
  user: { label: 'Decision',
    meaning: 'A choice of whoever plans, or a value entered in this project.' },
  assumed: {
    label: 'Assumed',
    meaning: 'No public source was found: a planning value to be replaced by your own.',
  },
};

/** Why a typed value is not taken, naming the range. */
export function explainField(problem: FieldProblem, print: Print = plainPrint): string {
  switch (problem.code) {
    case 'range': {
      const [min, max] = [
        formatQuantity(problem.min, problem.unit, inFull(print)),
        formatQuantity(problem.max, problem.unit, inFull(print)),
      ];
      return `Must be between ${min} and ${max}.`;
    }
    case 'not-integer':
      return 'Must be a whole number.';
    case 'wrong-type':
      return problem.expected.startsWith('a number') ? 'Is not a number.'
        : `Must be ${problem.expected}.`;
    case 'choice':
      return `Must be one of ${problem.choices.join(', ')}.`;
    case 'too-long':
      return `May be at most ${problem.maxLength} characters long (${problem.got}).`;
    case 'unknown-field':
      return 'There is no such field.';
    default:
      return unreachable(problem, 'explainField');
  }
}

/** Why an option does not fit, or is not known to. */
export const explainMisfit = ({ status, reason }: Misfit): string =>
  `${status === 'not' ? 'Does not fit' : 'Not known'}: ${reason}.`;

/** The range of a field in words; empty where there is none to state. */
export function describeRange(field: Field, print: Print = plainPrint): string {
  switch (field.type) {
    case 'number':
      return [field.min, field.max]
        .map((end) => formatQuantity(end, field.unit, inFull(print)))
        .join(' to ') + (field.integer === true ? ', whole' : '');
    case 'choice':
      return field.choices.map((c) => c.label).join(', ');
    case 'text':
      return `up to ${field.maxLength.toLocaleString('en-US')} characters`;
    case 'reference':
    case 'toggle':
      return '';
    default:
      return unreachable(field, 'describeRange');
  }
}

/** A value as people read it. */
export function describeValue(
  field: Field, value: FieldValue, print: Print = plainPrint,
): string {
  if (field.type === 'number')
    return typeof value === 'number' ? formatQuantity(value, field.unit, print)
      : fieldText.automatic;
  if (field.type === 'toggle') return value === true ? 'On' : 'Off';
  if (field.type === 'choice')
    return field.choices.find((c) => c.value === value)?.label ?? String(value);
  return value === '' || value === null ? fieldText.empty : String(value);
}

/** Name of an edit in the undo list; `before` and `after` as people read them. */
export const labelEdit = (field: Field, before: string, after: string): string =>
  field.type === 'text' ? `Edit ${field.label.toLowerCase()}`
    : `${field.label}: ${before} → ${after}`;
export const labelReset = (field: Field): string => `Reset ${field.label.toLowerCase()}`;
export const labelNote = (field: Field): string => `Note on ${field.label.toLowerCase()}`;

export const fieldText = {
  changed: 'Changed in this scenario',
  inherited: 'Inherited from the scenario this one is based on',
  reset: (label: string, to: string) => `Reset ${label} to ${to}`,
  kept: (value: string) => `Still in use: ${value}.`,
  automatic: 'Automatic',
  empty: 'empty',
  effectWhen: (condition: string) => `Has an effect when ${condition}.`,
  more: (count: number) => `${count} more`,
  fewer: 'Fewer',
  placeholder: 'auto',
  several: 'several values',
  noPrice: 'No public price: enter one.',
};

import type { NumberField } from '../../shared/project/field.ts';
import { plainPrint, type Print } from '../../shared/units/print.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { typedUnits } from '../../shared/units/typed-units.ts';

/** Why a text is not a value. `unfinished` may still become one. */
export type SumProblem =
  | { readonly code: 'unfinished' }
  | { readonly code: 'unexpected'; readonly found: string }
  | { readonly code: 'zero' } | { readonly code: 'too-large' } | { readonly code: 'too-long' }
  | { readonly code: 'decimal-comma' } | { readonly code: 'nothing-to-change' }
  | { readonly code: 'percent-of-what' } | { readonly code: 'unclear-share' }
  | { readonly code: 'unit-missing' } | { readonly code: 'unit-twice' }
  | { readonly code: 'unit-in-change' } | { readonly code: 'degrees' }
  | { readonly code: 'signed-share' };

/** Units shown as an example of what a field takes. */
const mostUnits = 4;

const changes = 'To change the present value, type +30%, -40%, *1.3 or /2.';

/** Why a typed sum is no value for a field, and what to type instead. */
export function explainSum(
  problem: SumProblem, { unit }: Pick<NumberField, 'unit'>,
): string {
  switch (problem.code) {
    case 'unfinished': return 'The sum is not finished: a number is missing at its end.';
    case 'unexpected':
      return `“${problem.found}” is not a number here. Type ${takes(unit)}.`;
    case 'zero': return 'Cannot divide by zero. Divide by another number.';
    case 'too-large': return 'The result is too large for a number. Check the sum.';
    case 'too-long': return 'The sum is too long. Work out a part of it first.';
    case 'decimal-comma':
      return 'A comma stands between thousands only. Write the decimals after a point: 1.5.';
    case 'nothing-to-change':
      return 'There is no present value to change. Type a number first.';
    case 'percent-of-what':
      return `Per cent of what? ${changes}`;
    case 'unclear-share':
      return 'A number times per cent can be read in two ways. Type 60*0.5, or *50% for half of the present value.';
    case 'unit-missing':
      return 'One amount has a unit and another has none. Give all of them one, or none.';
    case 'unit-twice':
      return 'Only one unit and one currency can stand in a product. Leave the others out.';
    case 'unit-in-change':
      return 'A change of the present value takes no unit. Leave the unit out.';
    case 'degrees':
      return 'Temperatures of two scales cannot be added. Use one scale.';
    case 'signed-share':
      return 'This can be a value or a change. For the value type =-10%, for a tenth less *0.9.';
  }
}

/** What a field takes, by its units: `a number, in °C or °F`. */
function takes(unit: NumberField['unit']): string {
  const names = typedUnits(unit).map(({ name }) => name).filter((name) => name !== unit)
    .slice(0, mostUnits);
  const known = names.length === 0 ? '' : `, with a unit such as ${names.join(', ')} or without`;
  return `a number${known}, or a sum such as 2*1.3 or +30%`;
}

/** What a sum comes to, before it is taken. */
export const sumText = {
  result: (field: NumberField, value: number | null, print: Print = plainPrint): string =>
    `= ${formatQuantity(value, field.unit, print)}`,
  thatIs: (field: NumberField, value: number, print: Print): string =>
    `That is ${formatExact(value, field, print)}.`,
  wholeNumbers: (value: number): string =>
    `Type ${Math.floor(value).toLocaleString('en-US')} or ${Math.ceil(value).toLocaleString('en-US')}.`,
};

const formatExact = (value: number, { unit, integer }: NumberField, print: Print): string =>
  (integer === true ? value.toLocaleString('en-US', { maximumSignificantDigits: 12 })
    : formatQuantity(value, unit, print));

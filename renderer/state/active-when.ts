import { partsOf, printCondition, type Condition } from '../../shared/project/condition.ts';
import { fieldOf, kindOf } from '../../shared/project/kinds.ts';
import { describeValue } from '../text/fields.ts';

/** The condition in the words of the form: `Debt share is above 0.0 %`. */
export function describeCondition({ or, ...condition }: Condition): string {
  if (or !== undefined) return `${describeCondition(condition)}, or ${describeCondition(or)}`;
  const { kind, key } = partsOf(condition);
  const field = fieldOf(kind, key);
  if (field === undefined) return printCondition(condition);
  const name = `${kindOf(kind).label}: ${field.label}`;
  if ('is' in condition) return `${name} is ${describeValue(field, condition.is)}`;
  if ('above' in condition) return `${name} is above ${describeValue(field, condition.above)}`;
  if ('empty' in condition) return `${name} is empty`;
  return `${name} is ${condition.among.map((each) => describeValue(field, each)).join(' or ')}`;
}

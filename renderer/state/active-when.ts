import { parseCondition } from '../../shared/plan/active-when.ts';
import { fieldOf, kindOf } from '../../shared/project/kinds.ts';
import { describeValue } from '../text/fields.ts';

/** The condition in the words of the form: `Debt share is above 0.0 %`. */
export function describeCondition(activeWhen: string): string {
  const condition = parseCondition(activeWhen);
  const field = condition === null ? undefined : fieldOf(condition.kind, condition.field);
  if (condition === null || field === undefined) return activeWhen;
  const print = (operand: string): string =>
    describeValue(field, field.type === 'number' ? Number(operand) : operand);
  const name = `${kindOf(condition.kind).label}: ${field.label}`;
  switch (condition.test) {
    case 'equals':
      return `${name} is ${print(condition.operand)}`;
    case 'above':
      return `${name} is above ${print(condition.operand)}`;
    case 'among':
      return `${name} is ${condition.operand
        .split(',')
        .map((each) => print(each.trim()))
        .join(' or ')}`;
    case 'empty':
      return `${name} is empty`;
  }
}

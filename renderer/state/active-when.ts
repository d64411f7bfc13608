import { fieldOf, isKind, kindOf, type KindName } from '../../shared/project/kinds.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { describeValue } from '../text/fields.ts';
import { recordOf, recordsOf, valueOf } from './document.ts';

/** A condition of a field table taken apart: `finance.debtShare > 0`, `power.redundancy in n+1, block`. */
interface Condition {
  readonly kind: KindName;
  readonly field: string;
  readonly test: 'equals' | 'above' | 'among' | 'empty';
  readonly operand: string;
}

const pattern = /^(\w+)\.(\w+) (?:(=|>|in) (.+)|(is empty))$/;

function parseCondition(text: string): Condition | null {
  const [, kind = '', field = '', sign, operand = '', empty] = pattern.exec(text) ?? [];
  if (!isKind(kind)) return null;
  const test = empty !== undefined ? 'empty' : sign === '=' ? 'equals' : sign === '>' ? 'above' : 'among';
  return { kind, field, test, operand };
}

function holds({ test, operand }: Condition, value: FieldValue): boolean {
  switch (test) {
    case 'equals':
      return String(value) === operand;
    case 'above':
      return Number(value) > Number(operand);
    case 'among':
      return operand
        .split(',')
        .map((each) => each.trim())
        .includes(String(value));
    case 'empty':
      return value === null || value === '';
  }
}

/** Whether a field has an effect now. A condition nobody can read counts as met: better shown than hidden. */
export function isActive(activeWhen: string | undefined, inputs: ScenarioInputs, key: string): boolean {
  const condition = activeWhen === undefined ? null : parseCondition(activeWhen);
  if (condition === null) return true;
  const record = recordOf(inputs, condition.kind, key) ?? recordsOf(inputs, condition.kind)[0];
  return record === undefined || holds(condition, valueOf(record, condition.field));
}

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

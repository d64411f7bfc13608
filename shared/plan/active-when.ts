import { isKind, type KindName } from '../project/kinds.ts';
import type { FieldValue } from '../project/field.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { listRecords } from './inputs-in-use.ts';

/** A condition of a field table taken apart: `finance.debtShare > 0`, `power.redundancy in n+1, block`. */
export interface Condition {
  readonly kind: KindName;
  readonly field: string;
  readonly test: 'equals' | 'above' | 'among' | 'empty';
  readonly operand: string;
}

const pattern = /^(\w+)\.(\w+) (?:(=|>|in) (.+)|(is empty))$/;

/** The condition, or null where nobody can read it. */
export function parseCondition(text: string): Condition | null {
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
  const records = listRecords(inputs).filter(({ kind }) => kind === condition.kind);
  const record = records.find((each) => each.key === key) ?? records[0];
  if (record === undefined) return true;
  const values: Readonly<Record<string, FieldValue>> = record.values;
  return holds(condition, values[condition.field] ?? null);
}

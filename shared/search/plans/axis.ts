import type { Field, FieldValue } from '../../project/field.ts';
import { fieldOf, isKind } from '../../project/kinds.ts';
import {
  listFieldPaths, nearestWord, parseFieldText, setByPath,
} from '../../project/path.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import type { Unit } from '../../units/unit.ts';
import { axisValues } from '../sweep/axis.ts';
import type { SearchProblem } from './problem.ts';
import type { Subject } from './subject.ts';

/** An input and the values a sweep gives it, in order. */
export interface PlanAxis {
  readonly path: string;
  readonly label: string;
  /** Null where the field has no unit. */
  readonly unit: Unit | null;
  readonly values: readonly FieldValue[];
}

/**
 * The field a path of a search names: `kind.field`, or `kind.key.field` for one record.
 */
export function fieldAt(path: string): Result<Field, SearchProblem> {
  const parts = path.split('.');
  const [kind = ''] = parts;
  const field = isKind(kind) && parts.length <= 3 ? fieldOf(kind, parts.at(-1) ?? '') : undefined;
  return field === undefined || parts.length < 2
    ? refuse({ code: 'set', problem: { code: 'unknown-field', path,
      nearest: nearestWord(path, listFieldPaths().map((each) => each.path)) } })
    : ok(field);
}

const form = 'path=from:to:count, path=from:to:count:log, or path=a,b,c';

/** Values of `from:to:count` with an optional `:log`; null where the text is no such range. */
function readRange(text: string): Result<readonly number[], string> | null {
  const parts = text.split(':');
  if (parts.length < 3) return null;
  const [from = NaN, to = NaN, count = NaN] = parts.slice(0, 3)
    .map((part) => (part.trim() === '' ? NaN : Number(part)));
  const scale = parts[3] ?? 'linear';
  if (parts.length > 4 || (scale !== 'linear' && scale !== 'log') || Number.isNaN(from + to + count))
    return refuse(form);
  try {
    return ok(axisValues(from, to, count, scale));
  } catch (problem) {
    return refuse(problem instanceof Error ? problem.message : form);
  }
}

function readValues(
  field: Field, text: string,
): Result<readonly (FieldValue)[], string> {
  const range = field.type === 'number' ? readRange(text) : null;
  if (range !== null) return range;
  const words = text.split(',').map((word) => word.trim());
  return words.length === 1 && words[0] === '' ? refuse(form)
    : ok(words.map((word) => parseFieldText(field, word)));
}

/**
 * An axis from how it is written: `path=from:to:count`, the same with `:log` for equal
 * ratios, or `path=a,b,c`. Every value is tried on the scenario, so that one outside its
 * field's range is refused before anything is planned.
 * @param text as written, e.g. `site.electricityUsdPerKwh=0.04:0.12:9`
 */
export function readAxis(subject: Subject, text: string): Result<PlanAxis, SearchProblem> {
  const at = text.indexOf('=');
  if (at < 1) return refuse({ code: 'unreadable', text, expected: form });
  const path = text.slice(0, at);
  const field = fieldAt(path);
  if (!field.ok) return field;
  const values = readValues(field.value, text.slice(at + 1));
  if (!values.ok) return refuse({ code: 'unreadable', text, expected: values.error });
  for (const value of values.value) {
    const set = setByPath(subject.document, subject.scenarioId, path, value);
    if (!set.ok) return refuse({ code: 'set', problem: set.error });
  }
  const { label } = field.value;
  const unit = field.value.type === 'number' ? field.value.unit : null;
  return ok({ path, label, unit, values: values.value });
}

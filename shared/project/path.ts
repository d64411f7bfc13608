import { readEntered } from './entered-amount.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import type { Field, FieldValue } from './field.ts';
import { fieldOf, isKind, kindNames, kindOf, type KindName } from './kinds.ts';
import type { ProjectDocument, ProjectRecord } from './record.ts';
import { scenarioChain } from './resolve.ts';
import { checkValue, type FieldProblem } from './validate.ts';

/** Why an override was refused. */
export type SetProblem = FieldProblem
  | { readonly code: 'no-record'; readonly path: string; readonly known: readonly string[] };

/**
 * A field with the path people use for it: `kind.field`, the same for every record of the
 * kind.
 */
export interface FieldPath {
  readonly path: string;
  readonly kind: KindName;
  readonly field: Field;
}

/** One input: which record, which field. `key` equals the kind for single records. */
export interface InputAddress {
  readonly kind: KindName;
  readonly key: string;
  readonly field: string;
}

/**
 * The path by which engine, command line and report name an input.
 * @example inputPath({ kind: 'traffic', key: 'chat', field: 'isl' }) // 'traffic.chat.isl'
 */
export const inputPath = ({ kind, key, field }: InputAddress): string =>
  kindOf(kind).count === 'one' ? `${kind}.${field}` : `${kind}.${key}.${field}`;

/**
 * The input a full path names, or null where no field has such a path. Keys of records
 * may hold points.
 * @example addressOf('traffic.chat.isl') // { kind: 'traffic', key: 'chat', field: 'isl' }
 */
export function addressOf(path: string): InputAddress | null {
  const [kind = '', ...rest] = path.split('.');
  const field = rest.at(-1) ?? '';
  if (!isKind(kind) || fieldOf(kind, field) === undefined) return null;
  const key = rest.slice(0, -1).join('.');
  return { kind, key: key === '' ? kind : key, field };
}

/** Every field a plan depends on, in screen order. Scenario bookkeeping is left out. */
export function listFieldPaths(): readonly FieldPath[] {
  return kindNames.filter((kind) => kind !== 'scenario')
    .flatMap((kind) =>
      kindOf(kind).fields.map((field) => ({ path: `${kind}.${field.key}`, kind, field })));
}

/** Number of edits that turn `a` into `b`; names the nearest known word in refusals. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The known word closest to a mistyped one, or null when nothing is near.
 * @example nearestWord('demnd.utilisation', ['demand.utilisation']) // 'demand.utilisation'
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const best = known
    .map((k) => ({ k, d: editDistance(word.toLowerCase(), k.toLowerCase()) }))
    .toSorted((a, b) => a.d - b.d)[0];
  return best !== undefined && best.d <= Math.max(3, word.length / 3) ? best.k : null;
}

/**
 * Reads the text after `=` as the field's type; amounts may name a currency (`1000 EUR`);
 * empty text clears a field whose default is empty.
 */
export function parseFieldText(field: Field, text: string): FieldValue {
  if (field.type === 'number') {
    const entered = field.unit.startsWith('USD') ? readEntered(text) : null;
    const amount = entered === null ? Number(text)
      : Number(entered.digits) * entered.usdPerUnit;
    // What is no number stays as it was typed, for the refusal to quote.
    return text.trim() === '' ? null : Number.isNaN(amount) ? text : amount;
  }
  if (field.type === 'toggle') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/**
 * Lays one value over a scenario, as `--set path=value` does.
 * @param path `kind.field` for every record of the kind, or `kind.recordKey.field` for one
 * @param begun kinds of which a record is begun by naming it, with its other fields at
 *   their defaults
 * @returns the document with the override stored in the scenario, or why it was refused
 * @example setByPath(document, 'base', 'demand.utilisation', 0.8)
 */
export function setByPath(
  document: ProjectDocument, scenarioId: string, path: string, value: FieldValue | string,
  begun: ReadonlySet<KindName> = new Set(),
): Result<ProjectDocument, SetProblem> {
  const parts = path.split('.');
  const [kind = '', second = '', third] = parts;
  const fieldKey = third ?? second;
  const field = isKind(kind)
    && parts.length <= 3 ? kindOf(kind).fields.find((f) => f.key === fieldKey) : undefined;
  if (!isKind(kind) || field === undefined) {
    return refuse({ code: 'unknown-field', path,
      nearest: nearestWord(path, listFieldPaths().map((f) => f.path)) });
  }
  const parsed = typeof value === 'string' ? parseFieldText(field, value) : value;
  const checked = checkValue(field, parsed, path);
  if (!checked.ok) return checked;
  const keys = recordKeys(document, scenarioId, kind);
  if (third !== undefined && !keys.includes(second) && !(begun.has(kind) && keyForm.test(second)))
    return refuse({ code: 'no-record', path, known: keys });
  const targets = third === undefined ? keys : [second];
  return ok(targets.reduce(
    (doc, key) => overlay(doc, scenarioId, kind, key, fieldKey, checked.value), document,
  ));
}

/** Keys a person gives: they stand in paths. */
const keyForm = /^[a-z][\w-]{0,39}$/i;

/**
 * Kinds of many records of which a scenario has none: a path that names one begins it, and
 * cannot be a mistyped key.
 */
export const emptyKinds = (
  document: ProjectDocument, scenarioId: string,
): ReadonlySet<KindName> => new Set(kindNames.filter((kind) =>
  kindOf(kind).count === 'many' && kindOf(kind).scope === 'scenario'
    && recordKeys(document, scenarioId, kind).length === 0));

/**
 * Keys of the kind's records visible in the scenario; a single record exists even when
 * nothing is stored.
 */
function recordKeys(
  document: ProjectDocument, scenarioId: string, kind: KindName,
): readonly string[] {
  if (kindOf(kind).count === 'one') return [kind];
  const chain = scenarioChain(document, scenarioId);
  const owners = new Set(chain.ok ? chain.value : [scenarioId]);
  return [...new Set(Object.values(document)
    .filter((r) => r.kind === kind && (r.scenarioId === null || owners.has(r.scenarioId)))
      .map((r) => r.key))];
}

function overlay(
  document: ProjectDocument, scenarioId: string, kind: KindName, key: string,
  field: string, value: FieldValue,
): ProjectDocument {
  const owner = kindOf(kind).scope === 'document' ? null : scenarioId;
  const present = Object.values(document)
    .find((r) => r.kind === kind && r.key === key && r.scenarioId === owner);
  const inherited = Object.values(document).find((r) => r.kind === kind && r.key === key);
  const record: ProjectRecord = present ?? {
    id: `${owner ?? 'document'}:${kind}:${key}`, kind, scenarioId: owner, key,
    position: inherited?.position ?? 0, body: { values: {} },
  };
  const next = { ...record,
    body: { ...record.body, values: { ...record.body.values, [field]: value } } };
  return { ...document, [next.id]: next };
}

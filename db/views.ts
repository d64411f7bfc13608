import type { Field } from '../shared/project/field.ts';
import { kindNames, kindOf, type KindName } from '../shared/project/kinds.ts';
import { unreachable } from '../shared/units/result.ts';

/** @example snakeCase('rackLimitKw') // 'rack_limit_kw' */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function viewSql(kind: KindName): string {
  const columns = kindOf(kind).fields.map(columnSql);
  const own = 'id AS record_id, scenario_id, key AS record_key, position AS record_position';
  return `CREATE VIEW "${snakeCase(kind)}" AS SELECT ${[own, ...columns].join(',\n  ')}\n`
    + `FROM record WHERE kind = '${kind}'`;
}

/** A value nobody set is NULL: the default belongs to the program, not to the file. */
function columnSql(field: Field): string {
  const value = `json_extract(body, '$.values.${field.key}')`;
  return `CAST(${value} AS ${columnType(field)}) AS "${snakeCase(field.key)}"`;
}

function columnType(field: Field): 'REAL' | 'INTEGER' | 'TEXT' {
  switch (field.type) {
    case 'number': return field.integer === true ? 'INTEGER' : 'REAL';
    case 'toggle': return 'INTEGER';
    case 'choice': case 'reference': case 'text': return 'TEXT';
    default: return unreachable(field, 'columnType');
  }
}

/** One view per kind of record: typed columns for whoever opens the file with another tool. */
export const kindViews: readonly { readonly name: string; readonly sql: string }[] =
  kindNames.map((kind) => ({ name: snakeCase(kind), sql: viewSql(kind) }));

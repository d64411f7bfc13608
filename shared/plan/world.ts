import type { Catalog } from '../catalog/types.ts';
import { CatalogSource, movedValue } from '../catalog/watch.ts';
import type { FieldValue } from '../project/field.ts';
import type { KindName } from '../project/kinds.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { FieldSource, keysOf, RecordsSource, setKeys, SetSource, type RecordSource } from '../project/view.ts';
import { ThroughputSource, type PlanMoves } from './moves.ts';
import type { ValueOf } from './stage-store.ts';

interface AnyRecord {
  readonly key: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly set: ReadonlySet<string>;
}

/** Nothing that was read is worth this: what has gone from the project or the catalogue never compares equal. */
const gone = Symbol('gone');

/** Records of a scenario by kind and key, indexed kind by kind when they are asked for. */
function indexRecords(inputs: ScenarioInputs): (source: RecordSource) => AnyRecord | undefined {
  const kinds = new Map<KindName, ReadonlyMap<string, AnyRecord>>();
  return ({ of, key }) => {
    if (of === 'scenario') return undefined;
    const part: AnyRecord | readonly AnyRecord[] = inputs[of];
    if (!('map' in part)) return part;
    const byKey = kinds.get(of) ?? new Map(part.map((record) => [record.key, record]));
    kinds.set(of, byKey);
    return byKey.get(key);
  };
}

/** An entry of the catalogue that is cited as a whole, by its reference. */
function entryAt(catalog: Catalog, path: string): unknown {
  const at = path.indexOf('/');
  const collection: unknown = Object.entries(catalog).find(([name]) => name === path.slice(0, at))?.[1];
  const entries = typeof collection === 'object' && collection !== null ? Object.entries(collection) : [];
  return entries.find(([id]) => id === path.slice(at + 1))?.[1] ?? gone;
}

/**
 * What any source is worth in a world: a scenario, a catalogue and moves.
 * @param catalog the project's own, asked for only where something of it was read
 */
export function valuesIn(inputs: ScenarioInputs, moves: PlanMoves, catalog: () => Catalog): ValueOf {
  const recordOf = indexRecords(inputs);
  return (source) => {
    if (source instanceof FieldSource) return recordOf(source.record)?.values[source.field] ?? (recordOf(source.record) === undefined ? gone : null);
    if (source instanceof CatalogSource) {
      return source.figure === null ? entryAt(catalog(), source.path) : movedValue(source.figure, source.path, moves.figures);
    }
    if (source instanceof RecordsSource) {
      const part = source.of === 'scenario' ? [] : inputs[source.of];
      return 'map' in part ? keysOf(part) : gone;
    }
    if (source instanceof SetSource) {
      const record = recordOf(source.record);
      return record === undefined ? gone : setKeys(record);
    }
    return source instanceof ThroughputSource ? (moves.throughput.get(source.group) ?? 1) : gone;
  };
}

import { CatalogSource, movedValue } from '../catalog/watch.ts';
import type { FieldValue } from '../project/field.ts';
import type { KindName } from '../project/kinds.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { FieldSource, keysOf, RecordSource, RecordsSource, setKeys, SetSource } from '../project/view.ts';
import type { Source } from '../units/reading.ts';
import { ThroughputSource, type PlanMoves } from './moves.ts';
import type { World } from './stage-store.ts';

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

/**
 * What any source is worth in a world: a scenario and moves. Entries of the catalogue are worth themselves: another
 * catalogue is another result of the stage that lays own entries over it, and is compared there.
 */
export function valuesIn(inputs: ScenarioInputs, moves: PlanMoves): World {
  const recordOf = indexRecords(inputs);
  const valueOf = (source: Source): unknown => {
    if (source instanceof FieldSource) {
      const record = recordOf(source.owner);
      return record === undefined ? gone : record.values[source.field] ?? null;
    }
    if (source instanceof CatalogSource) {
      return source.figure === null ? source.thing : movedValue(source.figure, source.path, moves.figures);
    }
    if (source instanceof RecordsSource) {
      const part = source.of === 'scenario' ? [] : inputs[source.of];
      return 'map' in part ? keysOf(part) : gone;
    }
    if (source instanceof SetSource) {
      const record = recordOf(source.owner);
      return record === undefined ? gone : setKeys(record);
    }
    return source instanceof ThroughputSource ? (moves.throughput.get(source.group) ?? 1) : gone;
  };
  return { valueOf, stateOf: (owner) => (owner instanceof RecordSource ? recordOf(owner) : undefined) };
}

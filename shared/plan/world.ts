import { CatalogSource, movedValue } from '../catalog/watch.ts';
import type { FieldValue } from '../project/field.ts';
import type { KindName } from '../project/kinds.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import {
  FieldSource, keysOf, recordSource, RecordsSource, setKeys, SetSource, type RecordSource,
} from '../project/view.ts';
import type { Source } from '../units/reading.ts';
import { ThroughputSource, type PlanMoves } from './serving/moves.ts';
import type { World } from './stage-store.ts';

interface AnyRecord {
  readonly key: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly set: ReadonlySet<string>;
}

/**
 * Nothing that was read is worth this: what has gone from the project or the catalogue
 * never compares equal.
 */
const gone = Symbol('gone');

type Part = Exclude<keyof ScenarioInputs, 'scenario'>;

/** Adds the fields in which a record differs from the one of its kind and key before. */
function addMoved(moved: Source[], kind: KindName, before: AnyRecord, now: AnyRecord): void {
  if (before === now) return;
  const { fields, set } = recordSource(kind, now.key);
  for (const [key, field] of fields) {
    if (!Object.is(before.values[key] ?? null, now.values[key] ?? null)) moved.push(field);
  }
  if (setKeys(before) !== setKeys(now)) moved.push(set);
}

/**
 * What differs between two parts of scenarios; false where records came, went or changed
 * places.
 */
function addMovedIn(
  moved: Source[], kind: Part, before: AnyRecord | readonly AnyRecord[],
  now: AnyRecord | readonly AnyRecord[],
): boolean {
  if (before === now) return true;
  if (!('map' in before) || !('map' in now)) {
    if ('map' in before || 'map' in now || before.key !== now.key) return false;
    addMoved(moved, kind, before, now);
    return true;
  }
  if (before.length !== now.length) return false;
  return now.every((record, at) => {
    const was = before[at];
    if (was?.key !== record.key) return false;
    addMoved(moved, kind, was, record);
    return true;
  });
}

/** A scenario and moves as a world that sources are worth something in. */
class PlanWorld implements World {
  private readonly inputs: ScenarioInputs;
  private readonly moves: PlanMoves;
  /** Records of lists by key, made when they are asked for. */
  private readonly lists = new Map<KindName, ReadonlyMap<string, AnyRecord>>();

  constructor(inputs: ScenarioInputs, moves: PlanMoves) {
    [this.inputs, this.moves] = [inputs, moves];
  }

  valueOf(source: Source): unknown {
    if (source instanceof FieldSource) {
      const record = this.recordOf(source.owner);
      return record === undefined ? gone : record.values[source.field] ?? null;
    }
    if (source instanceof CatalogSource) {
      return source.figure === null ? source.thing
        : movedValue(source.figure, source.path, this.moves.figures);
    }
    if (source instanceof RecordsSource) {
      const part = source.of === 'scenario' ? [] : this.inputs[source.of];
      return 'map' in part ? keysOf(part) : gone;
    }
    if (source instanceof SetSource) {
      const record = this.recordOf(source.owner);
      return record === undefined ? gone : setKeys(record);
    }
    return source instanceof ThroughputSource
      ? (this.moves.throughput.get(source.group) ?? 1)
      : gone;
  }

  movedSince(before: World): readonly Source[] | null {
    if (!(before instanceof PlanWorld) || before.moves !== this.moves) return null;
    const { scenario: _scenario, ...parts } = this.inputs;
    const moved: Source[] = [];
    for (const [kind, part] of Object.entries(parts)) {
      if (!addMovedIn(moved, kind as Part, before.inputs[kind as Part], part)) return null;
    }
    return moved;
  }

  private recordOf({ of, key }: RecordSource): AnyRecord | undefined {
    if (of === 'scenario') return undefined;
    const part: AnyRecord | readonly AnyRecord[] = this.inputs[of];
    if (!('map' in part)) return part;
    const byKey = this.lists.get(of) ?? new Map(part.map((record) => [record.key, record]));
    this.lists.set(of, byKey);
    return byKey.get(key);
  }
}

/**
 * What any source is worth in a world: a scenario and moves. Entries of the catalogue are
 * worth themselves: another catalogue is another result of the stage that lays own
 * entries over it, and is compared there.
 */
export const valuesIn = (inputs: ScenarioInputs, moves: PlanMoves): World =>
  new PlanWorld(inputs, moves);

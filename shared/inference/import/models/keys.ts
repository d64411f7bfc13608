import { isNode, type JsonNode } from '../json-node.ts';
import { isFactory } from './ignored.ts';
import type { ConfigProblem } from './problem.ts';

type Names = string | readonly string[];

/** No width, count or base of a model comes near; beyond, products of shapes overflow. */
const largest = 1e12;

/**
 * The keys of a configuration as they are asked for. What was asked for is remembered, so
 * that the rest can be named; the first value that cannot be is kept as the problem, and
 * reading goes on with 1 in its place.
 */
export interface Keys {
  readonly has: (name: string) => boolean;
  /** The bare value without asking for it; undefined where the key is absent. */
  readonly peek: (name: string) => unknown;
  /** A whole number from 1. Absent, null and 0 give `otherwise`; without it the key must be. */
  readonly size: (names: Names, otherwise?: number, quiet?: boolean) => number;
  /** A whole number from 0. */
  readonly count: (names: Names, otherwise: number) => number;
  readonly real: (names: Names, otherwise: number) => number;
  readonly flag: (name: string, otherwise: boolean) => boolean;
  readonly word: (name: string) => string;
  readonly list: (name: string) => readonly unknown[] | null;
  readonly inner: (name: string) => Keys | null;
  /** Marks keys as understood without using their value. */
  readonly pass: (...names: readonly string[]) => void;
  readonly complain: (code: ConfigProblem['code'], key: string) => void;
  readonly note: (text: string) => void;
  readonly problem: () => ConfigProblem | null;
  readonly notes: () => readonly string[];
  /** What was asked for and is there: all the reading rests on. */
  readonly used: () => JsonNode;
  /** Keys nobody asked for, inner ones with their path. */
  readonly unread: () => readonly (readonly [key: string, value: unknown])[];
}

interface State {
  problem: ConfigProblem | null;
  readonly notes: string[];
}

const namesOf = (names: Names): readonly string[] =>
  (typeof names === 'string' ? [names] : names);

const asNumber = (value: unknown): unknown =>
  (typeof value === 'string' && value.trim() !== '' ? Number(value) : value);

/** Values of one part by name, those asked for remembered. */
interface Part {
  readonly node: JsonNode;
  readonly path: string;
  readonly state: State;
  readonly asked: Set<string>;
}

function complainOf({ path, state }: Part, code: ConfigProblem['code'], key: string): void {
  state.problem ??= { code, key: key === '' ? '' : `${path}${key}` };
}

const look = ({ node, asked }: Part, name: string): unknown => {
  asked.add(name);
  return Object.hasOwn(node, name) ? node[name] ?? null : null;
};

/** The first name with a value; others must say the same. */
function first(part: Part, names: Names, zeroIsAbsent: boolean) {
  const found = namesOf(names).map((name) => [name, asNumber(look(part, name))] as const)
    .filter(([, value]) => value !== null && !(zeroIsAbsent && value === 0));
  const differing = found.find(([, value]) => value !== found[0]?.[1]);
  if (differing !== undefined) complainOf(part, 'bad-value', differing[0]);
  return found[0] ?? null;
}

function whole(
  part: Part, names: Names, least: 0 | 1, otherwise: number | undefined, quiet: boolean,
): number {
  const [name = ''] = namesOf(names);
  const found = first(part, names, least === 1);
  if (found === null) {
    if (otherwise === undefined)
      complainOf(part, isZero(part.node, names) ? 'bad-value' : 'missing-key', name);
    else if (!quiet)
      part.state.notes.push(`${name} is left out; ${otherwise}, as its class has it`);
    return otherwise ?? 1;
  }
  const [key, value] = found;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least
    && value <= largest) return value;
  complainOf(part, 'bad-value', key);
  return 1;
}

function realOf(part: Part, names: Names, otherwise: number): number {
  const found = first(part, names, false);
  if (found === null) return otherwise;
  const [key, value] = found;
  if (typeof value === 'number' && value > 0 && value <= largest) return value;
  complainOf(part, 'bad-value', key);
  return 1;
}

function flagOf(part: Part, name: string, otherwise: boolean): boolean {
  const value = look(part, name);
  if (value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  if (value === 'true' || value === 'false') return value === 'true';
  complainOf(part, 'bad-value', name);
  return otherwise;
}

function listOf(part: Part, name: string): readonly unknown[] | null {
  const value = look(part, name);
  if (value === null || Array.isArray(value)) return value;
  complainOf(part, 'bad-value', name);
  return null;
}

/** The keys of one part of a configuration. */
export function createKeys(
  node: JsonNode, path = '', state: State = { problem: null, notes: [] },
): Keys {
  const part: Part = { node, path, state, asked: new Set() };
  const inners = new Map<string, Keys>();
  const innerOf = (name: string): Keys | null => {
    const value = look(part, name);
    if (!isNode(value)) {
      if (value !== null) complainOf(part, 'bad-value', name);
      return null;
    }
    const keys = inners.get(name) ?? createKeys(value, `${path}${name}.`, state);
    inners.set(name, keys);
    return keys;
  };
  return {
    has: (name) => Object.hasOwn(node, name) && (node[name] ?? null) !== null,
    peek: (name) => (Object.hasOwn(node, name) ? node[name] : undefined),
    size: (names, otherwise, quiet = false) => whole(part, names, 1, otherwise, quiet),
    count: (names, otherwise) => whole(part, names, 0, otherwise, true),
    real: (names, otherwise) => realOf(part, names, otherwise),
    flag: (name, otherwise) => flagOf(part, name, otherwise),
    word: (name) => {
      const value = look(part, name);
      return typeof value === 'string' ? value : '';
    },
    list: (name) => listOf(part, name),
    inner: innerOf,
    pass: (...names) => { names.forEach((name) => look(part, name)); },
    complain: (code, key) => { complainOf(part, code, key); },
    note: (text) => { state.notes.push(text); },
    problem: () => state.problem,
    notes: () => [...new Set(state.notes)],
    used: () => Object.fromEntries(Object.entries(node)
      .filter(([key]) => part.asked.has(key))
      .map(([key, value]) => [key, inners.get(key)?.used() ?? value])),
    unread: () => [
      ...Object.entries(node)
        .filter(([key, value]) => !part.asked.has(key) && !isFactory(key, value))
        .map(([key, value]) => [`${path}${key}`, value] as const),
      ...[...inners.values()].flatMap((inner) => inner.unread()),
    ],
  };
}

/** Whether one of the names is there with a zero, which is no size. */
const isZero = (node: JsonNode, names: Names): boolean =>
  namesOf(names).some((name) => Object.hasOwn(node, name) && asNumber(node[name]) === 0);

import {
  Composer, isMap, isScalar, isSeq, LineCounter, Parser, type CST, type Document,
  type ParsedNode, type YAMLMap,
} from 'yaml';
import { ok, refuse, type Result } from '../../units/result.ts';
import type { Shape, ValueRule } from './device-type-keys.ts';
import { expandAliases } from './expand-aliases.ts';

/** What is wrong with a definition and on which line, counted from 1. Closed set. */
export interface YamlProblem {
  readonly code: 'too-large' | 'not-yaml' | 'too-many-documents' | 'alias' | 'not-a-map'
    | 'unknown-key'
    | 'missing-key' | 'wrong-type' | 'not-a-choice' | 'out-of-range' | 'bad-slug'
    | 'too-long' | 'too-many'
    | 'repeated-name';
  readonly line: number;
  /** Path of the key, e.g. `power-ports.2.maximum_draw`; empty for the file as a whole. */
  readonly at: string;
  /** What was expected or found, in a few plain words. */
  readonly detail: string;
}

/** Largest definition read: the longest of the public library is below 100 kB. */
const mostCharacters = 512_000;
/** Most components of one kind; chassis with 1,000 ports do not exist. */
const mostComponents = 1024;
/** Enough to mend a file by; a binary one would give thousands. */
const mostProblems = 50;

/** Lists within maps within lists: definitions nest three deep. */
const mostDepth = 32;

/** Most definitions of one file. */
const mostDocuments = 100;

type Plain = Readonly<Record<string, unknown>>;

/** One definition of a file. */
export interface ReadDocument {
  readonly shape: Shape;
  readonly value: Plain;
  /** First line, counted from 1. */
  readonly line: number;
  /** Keys nobody knows: they are left out, and every one is named with its line. */
  readonly ignored: readonly YamlProblem[];
  /** Aliases that were replaced by what they stand for. */
  readonly expanded: number;
}

/**
 * Reads the YAML documents of a file, each of the shape its keys ask for. Aliases and merge
 * keys are replaced by what they stand for, within reason; wrong values and oversize files
 * are refused with their line; unknown keys are left out and named. Either every document is read or none.
 * @param shapeOf picks the shape by the keys of a document
 * @example readDocuments('model: [', () => shape) // { ok: false, error: [{ code: 'not-yaml', line: 1, ... }] }
 */
export function readDocuments(
  text: string, shapeOf: (keys: ReadonlySet<string>) => Shape,
): Result<readonly ReadDocument[], readonly YamlProblem[]> {
  const whole = (
    code: YamlProblem['code'], detail: string, line = 1,
  ): ReturnType<typeof readDocuments> =>
    refuse([{ code, line, at: '', detail }]);
  if (text.length > mostCharacters) {
    return whole('too-large', `${text.length} characters, most ${mostCharacters}`);
  }
  const lines = new LineCounter();
  const documents = compose(text, lines);
  if (documents === null) return whole('not-yaml', `nested more than ${mostDepth} deep`);
  const [error] = documents.flatMap((document) => document.errors);
  if (error !== undefined)
    return whole('not-yaml', error.message, lines.linePos(error.pos[0]).line);
  // A closing `---` opens a document with nothing in it.
  const filled = documents.filter(
    ({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null),
  );
  if (filled.length === 0) return whole('not-a-map', 'the file is empty');
  if (filled.length > mostDocuments) {
    return whole('too-many-documents', `${filled.length} definitions, most ${mostDocuments}`);
  }
  const problems: YamlProblem[] = [];
  const read = filled.flatMap((document): readonly ReadDocument[] => {
    const { alias, count } = expandAliases(document);
    const refused = (
      code: YamlProblem['code'], line: number, detail: string,
    ): readonly ReadDocument[] => {
      problems.push({ code, line, at: '', detail });
      return [];
    };
    const { contents } = document;
    if (alias !== null)
      return refused('alias', lines.linePos(alias).line,
        'its aliases cannot be replaced: they lead nowhere, in a circle, or to too much');
    const line = lineOf(contents, { lines });
    if (!isMap(contents)) return refused('not-a-map', line, 'keys with values expected');
    const ignored: YamlProblem[] = [];
    const shape = shapeOf(
      new Set(contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))),
    );
    const value = readMap(contents, shape, '', { lines, problems, ignored });
    return [{ shape, value, line, ignored: ignored.slice(0, mostProblems), expanded: count }];
  });
  return problems.length > 0 ? refuse(problems.slice(0, mostProblems)) : ok(read);
}

/** The documents of a text, or null where they nest too deep to be followed. */
function compose(text: string, lines: LineCounter): readonly Document<ParsedNode>[] | null {
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (isTooDeep(tokens)) return null;
  // Version 1.2 has no merge keys and no yes/no toggles; a definition that needs them is
  // not NetBox's. The library compares every key with every other to find repeated ones;
  // `readMap` looks them up.
  const composer =
    new Composer<ParsedNode>({ version: '1.2', prettyErrors: false, uniqueKeys: false });
  return [...composer.compose(tokens, false, text.length)];
}

/** Whether tokens nest deeper than definitions do: the library follows them by recursion. */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
  let level: readonly CST.Token[] = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) return true;
    level = level.flatMap((token) => {
      if (token.type === 'document') return token.value ?? [];
      if (!('items' in token)) return [];
      return token.items.flatMap(
        ({ key, value }) => [key, value].flatMap((part) => part ?? []),
      );
    });
  }
  return false;
}

interface Reading {
  readonly lines: LineCounter;
  readonly problems: YamlProblem[];
  readonly ignored: YamlProblem[];
}

const lineOf = (node: unknown, { lines }: Pick<Reading, 'lines'>): number => {
  const range = typeof node === 'object' && node !== null
    && 'range' in node ? node.range : null;
  const start: unknown = Array.isArray(range) ? range[0] : 0;
  return lines.linePos(typeof start === 'number' ? start : 0).line;
};

function readMap(map: YAMLMap, shape: Shape, path: string, reading: Reading): Plain {
  const read: Record<string, unknown> = {};
  const names = new Set<string>();
  const needed: { readonly unit: string; readonly line: number; readonly at: string }[] = [];
  const line = lineOf(map, reading);
  const problem = (code: YamlProblem['code'], on: number, at: string, detail: string): void => {
    reading.problems.push({ code, line: on, at, detail });
  };
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const at = path === '' ? name : `${path}.${name}`;
    if (names.has(name))
      problem('not-yaml', lineOf(key, reading), at, 'Map keys must be unique');
    names.add(name);
    const rule = Object.hasOwn(shape.keys, name) ? shape.keys[name] : undefined;
    const unit = shape.units !== undefined
      && Object.hasOwn(shape.units, name) ? shape.units[name] : undefined;
    if (rule === undefined) {
      const known = `known are ${Object.keys(shape.keys).join(', ')}`;
      reading.ignored.push({
        code: 'unknown-key', line: lineOf(key, reading), at, detail: known,
      });
    } else read[name] = readValue(value, rule, at, reading);
    if (unit !== undefined) needed.push({ unit, line: lineOf(key, reading), at });
  }
  for (const { unit, line: on, at } of needed) {
    if (!names.has(unit)) problem('missing-key', on, at, `${unit} is missing`);
  }
  for (const name of shape.required) {
    if (read[name] === undefined) problem('missing-key', line, path, `${name} is missing`);
  }
  return read;
}

function readValue(node: unknown, rule: ValueRule, at: string, reading: Reading): unknown {
  const refused = (code: YamlProblem['code'], detail: string): undefined => {
    reading.problems.push({ code, line: lineOf(node, reading), at, detail });
    return undefined;
  };
  if (rule.kind === 'list') {
    if (!isSeq(node)) return refused('wrong-type', 'a list expected');
    const { length } = node.items;
    return length > mostComponents ? refused('too-many', `${length}, most ${mostComponents}`)
      : readList(node.items, rule.of, at, reading);
  }
  if (!isScalar(node)) return refused('wrong-type', 'a single value expected');
  const { value } = node;
  switch (rule.kind) {
    case 'toggle': return typeof value === 'boolean' ? value
      : refused('wrong-type', 'true or false expected');
    case 'choice': return typeof value === 'string' && rule.of.includes(value) ? value
      : refused('not-a-choice', `one of ${rule.of.join(', ')} expected`);
    case 'slug': return typeof value === 'string' && /^[-a-z0-9_]{1,100}$/u.test(value) ? value
      : refused('bad-slug', 'lower-case letters, digits, - and _ expected, at most 100');
    case 'text': {
      // Models and part numbers are often bare numbers; they stay the text they were
      // written as.
      const text = typeof value === 'number' ? (node.source ?? String(value)) : value;
      if (typeof text !== 'string') return refused('wrong-type', 'text expected');
      const { length } = text;
      return length > rule.most
        ? refused('too-long', `${length} characters, most ${rule.most}`)
        : text;
    }
    case 'number': {
      const { min, max, step } = rule;
      if (typeof value !== 'number') return refused('wrong-type', 'a number expected');
      const inRange = value >= min && value <= max
        && (step === undefined || Number.isInteger(value / step));
      const steps = step === undefined ? '' : ` in steps of ${step}`;
      return inRange ? value : refused('out-of-range', `${min} to ${max}${steps} expected`);
    }
    default: return rule satisfies never;
  }
}

function readList(
  items: readonly unknown[], shape: Shape, at: string, reading: Reading,
): readonly Plain[] {
  const names = new Set<unknown>();
  return items.flatMap((item, i) => {
    const path = `${at}.${i + 1}`;
    const problem = (code: YamlProblem['code'], detail: string): readonly Plain[] => {
      reading.problems.push({ code, line: lineOf(item, reading), at: path, detail });
      return [];
    };
    if (!isMap(item)) return problem('wrong-type', 'keys with values expected');
    const map = readMap(item, shape, path, reading);
    const { name } = map;
    if (names.has(name)) return problem('repeated-name', `${String(name)} is used twice`);
    names.add(name);
    return [map];
  });
}

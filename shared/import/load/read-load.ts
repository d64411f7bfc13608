import { decodeTo, type Encoding } from '../bytes/decode.ts';
import { cutLines } from '../bytes/lines.ts';
import { problem, type ImportOutcome, type ImportProblem } from '../report.ts';
import { refuse } from '../../units/result.ts';
import { flatten, separatorOf, splitCells } from './cells.ts';
import { finishLoad, type FileFacts } from './finish.ts';
import { formatOf, type LoadFormat } from './format.ts';
import { rowsOfJson } from './json-rows.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { jsonScanner } from './scan-json.ts';
import { scanner, type Scan } from './scan.ts';
import type { LoadOptions, ReadLoad } from './types.ts';

/** Reads a load file piece by piece, however long it is. */
export interface LoadReader {
  readonly push: (bytes: Uint8Array) => void;
  /** Too many problems: more pieces change nothing. */
  readonly isFull: () => boolean;
  readonly end: () => ImportOutcome<ReadLoad>;
}

/** Lines read ahead to find the format by. */
const sampled = 2000;
/** A document of JSON is held as a whole, bytes. */
const mostJson = 64 * 1024 * 1024;

/** Lines that are kept until the format is known. */
interface Head {
  readonly lines: { readonly text: string; readonly line: number }[];
  blank: number;
  /** Empty lines behind the last line with something in it. */
  trailing: number;
}

type Kind = 'csv' | 'lines' | 'document';

interface State {
  readonly options: LoadOptions;
  readonly head: Head;
  readonly decoder: TextDecoder;
  kind: Kind | null;
  separator: string;
  format: LoadFormat | null;
  reader: RowReader | null;
  scan: Scan | null;
  pick: ((text: string) => readonly string[] | null) | null;
  problem: ImportProblem | null;
  document: string[];
  held: number;
  lines: number;
  isPart: boolean;
  counted: FileFacts['counted'];
}

/** Known files that are no text, by their first bytes. */
const binaries: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a spreadsheet or zip archive; save its table as CSV'],
  ['PAR1', 'a Parquet file; export it as CSV or JSON lines'],
  ['SQLite format 3', 'a database; export its table as CSV'],
  ['%PDF', 'a PDF'],
];

function binaryProblem(first: string): ImportProblem | null {
  const known = binaries.find(([mark]) => first.startsWith(mark));
  if (known !== undefined) return problem('not-text', `the file is ${known[1]}`);
  return first.includes('\u0000') ? problem('not-text', 'the file holds bytes that are no text') : null;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A line that starts a document of several lines rather than one of JSON lines. */
const kindOf = (text: string): Kind => {
  if (!/^\s*[[{]/u.test(text)) return 'csv';
  const value = parsed(text);
  if (value === undefined || Array.isArray(value)) return 'document';
  const keys = [...flatten(value).keys()];
  return keys.length > 1 && !('data' in Object(value)) ? 'lines' : 'document';
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cellsOfJson = (text: string, names: readonly string[]): readonly string[] | null => {
  const value = parsed(text);
  if (!isObject(value)) return null;
  const cells = flatten(value);
  return names.map((name) => cells.get(name) ?? '');
};

/** Takes the columns in use of a line of JSON, and leaves the others empty. */
function jsonPicker({ names, time, amounts, status }: LoadFormat): (text: string) =>
  readonly string[] | null {
  const used = new Set([...time.columns, ...amounts.map(({ column }) => column), status]);
  const paths = names.map((name, column) => (used.has(column) ? name.split('.') : null));
  // A key with a dot in it is no path: such files are taken apart as a whole.
  return (text) => {
    const value = parsed(text);
    if (!isObject(value)) return null;
    return paths.map((path) => {
      if (path === null) return '';
      const found = path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
      return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
        ? String(found) : '';
    });
  };
}

function namesOfJson(lines: Head['lines']): readonly string[] {
  const names = new Set<string>();
  for (const { text } of lines) flatten(parsed(text)).forEach((_, name) => names.add(name));
  return [...names];
}

/** Takes lines apart by path where that gives the same as taking them apart as a whole. */
function pickerOf(format: LoadFormat, lines: Head['lines']): State['pick'] {
  const pick = jsonPicker(format);
  const [first] = lines;
  const whole = first === undefined ? null : cellsOfJson(first.text, format.names);
  const quick = first === undefined ? null : pick(first.text);
  const used = [...format.time.columns, ...format.amounts.map(({ column }) => column)];
  return used.every((column) => whole?.[column] === quick?.[column]) ? pick
    : (text) => cellsOfJson(text, format.names);
}

/** Finds the format by what was read ahead, and reads those lines. */
function begin(state: State): void {
  const { head, options } = state;
  const [first] = head.lines;
  if (first === undefined || state.kind === 'document') return;
  const isJson = state.kind === 'lines';
  const separator = isJson ? ',' : separatorOf(first.text);
  if (separator === null) {
    state.problem = problem('no-columns',
      `no columns of time and of tokens or requests were found in “${first.text.slice(0, 80)}”; head them time and tokens`,
      first.line);
    return;
  }
  const names = isJson ? namesOfJson(head.lines) : splitCells(first.text, separator);
  const data = isJson ? head.lines : head.lines.slice(1);
  const samples = data.map(({ text }) =>
    (isJson ? cellsOfJson(text, names) ?? [] : splitCells(text, separator)));
  const found = formatOf(names, samples, separator, options, first.line);
  if (!found.ok) {
    state.problem = found.error;
    return;
  }
  state.separator = separator;
  state.format = found.value.format;
  state.reader = createRowReader(found.value.format, options);
  state.pick = isJson ? pickerOf(found.value.format, head.lines) : null;
  state.scan = isJson ? jsonScanner(found.value.format, state.reader)
    : scanner(found.value.format, separator, state.reader);
  for (const { text, line } of found.value.hasHeader && !isJson ? data : head.lines)
    readText(state, text, line);
  head.lines.length = 0;
}

function readText(state: State, text: string, line: number): void {
  const { reader, format } = state;
  if (reader === null || format === null) return;
  const inner = text.split('\n').length - 1;
  reader.seen.nested += inner;
  const cells = state.kind === 'lines' ? (state.pick ?? jsonPicker(format))(text)
    : splitCells(text, state.separator);
  if (cells === null) reader.problems.push(problem('not-json',
    `“${text.slice(0, 80)}” is no JSON object`, line));
  else reader.row(cells, line);
}

/** Comments of exports, which stand before the header. */
const isComment = (text: string): boolean => /^(#|\/\/|sep=)/iu.test(text);

function onLine(state: State, bytes: Uint8Array, from: number, to: number, line: number): void {
  state.lines = line;
  if (state.problem !== null || state.reader?.isFull() === true) return;
  const { head } = state;
  const isRead = state.scan?.(bytes, from, to, line) === true;
  const text = isRead ? '' : state.decoder.decode(bytes.subarray(from, to));
  if (!isRead && text.trim() === '') {
    head.trailing += 1;
    return;
  }
  head.blank += head.trailing;
  head.trailing = 0;
  if (isRead) return;
  if (state.kind === null && isComment(text)) return;
  if (state.kind === null) {
    state.problem = binaryProblem(text);
    state.kind = kindOf(text);
  }
  if (state.kind === 'document') holdDocument(state, text);
  else if (state.reader !== null) readText(state, text, line);
  else {
    head.lines.push({ text, line });
    if (head.lines.length >= sampled) begin(state);
  }
}

function holdDocument(state: State, text: string): void {
  state.held += text.length;
  if (state.held > mostJson)
    state.problem = problem('too-large', 'a JSON document of this size is not read; write one object a line');
  else state.document.push(text);
}

/** Rows of a JSON document, read like those of a table. */
function readDocument(state: State): void {
  const rows = rowsOfJson(state.document.join('\n'), state.options.values);
  if (typeof rows === 'string') {
    state.problem = problem('not-json', rows);
    return;
  }
  state.isPart = rows.isPart;
  state.counted = rows.counted;
  // Running totals are amounts by now.
  const { values: _, ...others } = state.options;
  const options = rows.counted === null ? state.options : others;
  const found = formatOf(rows.names, rows.rows.slice(0, sampled), ',', options);
  if (!found.ok) {
    state.problem = found.error;
    return;
  }
  state.format = found.value.format;
  state.reader = createRowReader(found.value.format, options);
  rows.rows.forEach((cells, at) => { state.reader?.row(cells, at + 1); });
}

/**
 * A reader of load curves, request logs, usage exports and traces: CSV or JSON lines, in
 * UTF-8 or UTF-16, packed with gzip or not. Single requests are summed into hours and
 * never drawn through; what is repaired, filled or left out is listed with its share.
 * @example createLoadReader({}).end().ok // false
 */
export function createLoadReader(options: LoadOptions): LoadReader {
  const encoding: Encoding = { gzip: false, utf16: false };
  const state: State = { options, head: { lines: [], blank: 0, trailing: 0 }, decoder: new TextDecoder(),
    kind: null, separator: ',', format: null, reader: null, scan: null, pick: null, problem: null,
    document: [], held: 0, lines: 0, isPart: false, counted: null };
  const lines = cutLines((bytes, from, to, line) => { onLine(state, bytes, from, to, line); }, true);
  const feed = decodeTo((bytes) => { lines.push(bytes); }, encoding);
  const guarded = (bytes: Uint8Array, isLast: boolean): void => {
    try {
      feed(bytes, isLast);
    } catch (error) {
      state.problem ??= problem('damaged',
        `the packed file is damaged or cut short (${error instanceof Error ? error.message : ''})`);
    }
  };
  return {
    push: (bytes) => { guarded(bytes, false); },
    isFull: () => state.problem !== null || state.reader?.isFull() === true,
    end: () => {
      guarded(new Uint8Array(0), true);
      const isWhole = lines.end();
      if (state.problem === null && state.reader === null) begin(state);
      if (state.problem === null && state.kind === 'document') readDocument(state);
      if (state.problem !== null) return refuse([state.problem]);
      if (state.reader === null || state.format === null)
        return refuse([problem('empty', 'the file holds nothing')]);
      return finishLoad(state.reader, state.format, options, {
        encoding, isWhole: isWhole || state.kind === 'document', blank: state.head.blank,
        isJson: state.kind !== 'csv', isPart: state.isPart, counted: state.counted });
    },
  };
}

/**
 * A load file that is in memory as a whole.
 * @example readLoad('time,tokens\n2026-01-01,5\n2026-01-02,7', {}).value.value.series.values // [5, 7]
 */
export function readLoad(content: string | Uint8Array, options: LoadOptions): ImportOutcome<ReadLoad> {
  const reader = createLoadReader(options);
  reader.push(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return reader.end();
}

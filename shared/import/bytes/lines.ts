/** Takes one line: its bytes lie in `bytes` from `from` to before `to`. */
export type LineSink = (bytes: Uint8Array, from: number, to: number, line: number) => void;

export interface Lines {
  readonly push: (bytes: Uint8Array) => void;
  /** Hands over the rest. @returns whether the last line had a line end */
  readonly end: () => boolean;
}

const newline = 10;
const carriage = 13;
const quote = 34;

/** Whether a part holds an odd number of quotes. Parts of a piece are asked in order. */
function oddQuotes(bytes: Uint8Array): (from: number, to: number) => boolean {
  // A search ends at the next quote or the end of the piece: one that starts again at
  // every line would read the piece once per line.
  let next = bytes.indexOf(quote);
  return (from, to) => {
    let odd = false;
    if (next >= 0 && next < from) next = bytes.indexOf(quote, from);
    while (next >= 0 && next < to) {
      odd = !odd;
      next = bytes.indexOf(quote, next + 1);
    }
    return odd;
  };
}

/** A line longer than this is no line of a table, bytes. */
const longestLine = 4 * 1024 * 1024;

/** Parts of a line whose quoted cell goes on, up to where quotes close again. */
interface Open {
  parts: Uint8Array[];
  length: number;
  line: number;
}

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** The first letters of a line. */
const decodeHead = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, 64));

/**
 * Cuts UTF-8 bytes into lines without making strings. Line ends are LF, CR LF or, where
 * the first piece has no LF, CR alone.
 * @param quoted whether a line goes on behind its end while a quote is open, as in CSV; JSON
 * escapes quotes and line ends, so that its lines never do
 */
export function cutLines(sink: LineSink, quoted: boolean): Lines {
  let rest = new Uint8Array(0);
  let terminator = 0;
  let line = 0;
  let open: Open | null = null;
  let isJson: boolean | null = null;
  const emit = (
    bytes: Uint8Array, from: number, end: number, isOdd: ReturnType<typeof oddQuotes>,
  ): void => {
    line += 1;
    const to = end > from && bytes[end - 1] === carriage && terminator === newline
      ? end - 1 : end;
    isJson ??= /^\s*[[{]/u.test(decodeHead(bytes.subarray(from, to)));
    const odd = quoted && !isJson && isOdd(from, to);
    if (open === null && !odd) return sink(bytes, from, to, line);
    const current: Open = open ?? { parts: [], length: 0, line };
    const part = bytes.slice(from, to);
    const glue = current.parts.length > 0 ? [new Uint8Array([newline])] : [];
    current.parts.push(...glue, part);
    current.length += part.length + glue.length;
    const closes = open === null ? !odd : odd;
    open = current;
    if (closes || current.length > longestLine) {
      open = null;
      sink(joined(current.parts, current.length), 0, current.length, current.line);
    }
  };
  const push = (piece: Uint8Array): void => {
    const bytes = rest.length === 0 ? piece
      : joined([rest, piece], rest.length + piece.length);
    if (terminator === 0 && bytes.length > 0)
      terminator = bytes.includes(newline) || !bytes.includes(carriage) ? newline : carriage;
    const isOdd = oddQuotes(bytes);
    let from = 0;
    for (let at = bytes.indexOf(terminator); at >= 0; at = bytes.indexOf(terminator, from)) {
      emit(bytes, from, at, isOdd);
      from = at + 1;
    }
    rest = bytes.slice(from);
    if (rest.length > longestLine) {
      emit(rest, 0, rest.length, oddQuotes(rest));
      rest = new Uint8Array(0);
    }
  };
  const end = (): boolean => {
    const whole = rest.length === 0;
    if (!whole) emit(rest, 0, rest.length, oddQuotes(rest));
    if (open !== null) sink(joined(open.parts, open.length), 0, open.length, open.line);
    rest = new Uint8Array(0);
    return whole;
  };
  return { push, end };
}

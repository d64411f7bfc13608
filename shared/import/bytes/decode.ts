import { Gunzip } from 'fflate';

/** Takes bytes piece by piece; an empty last piece is allowed. */
export type ByteSink = (bytes: Uint8Array, isLast: boolean) => void;

const isUtf16 = (head: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [a = 1, b = 1, c = 1, d = 1] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Without a mark, text of Latin letters has a nought in every other byte.
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null;
};

/** What the bytes of a file turned out to be, for the report. */
export interface Encoding {
  gzip: boolean;
  utf16: boolean;
}

function toUtf8(label: string, sink: ByteSink): ByteSink {
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  return (bytes, isLast) => {
    sink(encoder.encode(decoder.decode(bytes, { stream: !isLast })), isLast);
  };
}

/** Decides by the first piece how text is written, and hands UTF-8 without a mark on. */
function decoded(sink: ByteSink, found: Encoding): ByteSink {
  let next: ByteSink | null = null;
  return (bytes, isLast) => {
    if (next !== null) return next(bytes, isLast);
    if (bytes.length === 0 && !isLast) return;
    const wide = isUtf16(bytes);
    found.utf16 = wide !== null;
    next = wide === null ? sink : toUtf8(wide, sink);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    next(wide === null && marked ? bytes.subarray(3) : bytes, isLast);
  };
}

/** Unpacks gzip by its mark; other bytes pass as they are. */
function unpacked(sink: ByteSink, found: Encoding): ByteSink {
  let next: ByteSink | null = null;
  return (bytes, isLast) => {
    if (next !== null) return next(bytes, isLast);
    if (bytes.length === 0 && !isLast) return;
    found.gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (found.gzip) {
      const gunzip = new Gunzip((piece, final) => { sink(piece, final); });
      next = (piece, last) => { gunzip.push(piece, last); };
    } else next = sink;
    next(bytes, isLast);
  };
}

/** The first bytes of a file, gathered until there are enough to tell its encoding by. */
function gathered(sink: ByteSink): ByteSink {
  let head: Uint8Array | null = new Uint8Array(0);
  return (bytes, isLast) => {
    if (head === null) return sink(bytes, isLast);
    const all = new Uint8Array(head.length + bytes.length);
    all.set(head);
    all.set(bytes, head.length);
    if (all.length < 4 && !isLast) {
      head = all;
      return;
    }
    head = null;
    sink(all, isLast);
  };
}

/**
 * Bytes of a text file as UTF-8: gzip is unpacked, UTF-16 (with or without a mark)
 * converted, a byte order mark dropped.
 * @param found is told what the file turned out to be
 * @throws when a gzip file is damaged or cut short
 */
export const decodeTo = (sink: ByteSink, found: Encoding): ByteSink =>
  gathered(unpacked(gathered(decoded(sink, found)), found));

/**
 * A whole file as text, by the same rules; bytes that are no UTF-8 are read as those of
 * Western European Windows.
 * @example textOf(new Uint8Array([0xff, 0xfe, 0x61, 0])) // 'a'
 */
export function textOf(bytes: Uint8Array): string {
  const pieces: Uint8Array[] = [];
  decodeTo((piece) => { pieces.push(piece.slice()); }, { gzip: false,
    utf16: false })(bytes, true);
  const read = (label: string, fatal: boolean): string => {
    const decoder = new TextDecoder(label, { fatal });
    return [...pieces.map((piece) => decoder.decode(piece, { stream: true })),
      decoder.decode()].join('');
  };
  try {
    return read('utf-8', true);
  } catch {
    return read('windows-1252', false);
  }
}

/**
 * The text of a file's first bytes, unpacked and decoded as far as they go.
 * @example headText(new TextEncoder().encode('a,b')) // 'a,b'
 */
export function headText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  const feed = decodeTo((piece) => { pieces.push(decoder.decode(piece, { stream: true })); },
    { gzip: false, utf16: false });
  try {
    feed(bytes, bytes.length < 4);
  } catch { /* What was unpacked before the damage is enough to tell. */ }
  return pieces.join('');
}

/**
 * Cells of a line of a table, quotes and doubled quotes undone, blanks around them cut.
 * @example splitCells('a,"b, c",d', ',') // ['a', 'b, c', 'd']
 */
export function splitCells(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const mark = line[at] ?? '';
    if (isQuoted) {
      if (mark !== '"') cell += mark;
      else if (line[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (mark === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (mark === separator) {
      cells.push(cell.trim());
      cell = '';
    } else cell += mark;
  }
  cells.push(cell.trim());
  return cells;
}

/**
 * The mark that parts the cells of a header line: the one that gives most columns.
 * @example separatorOf('time;tokens') // ';'
 */
export function separatorOf(line: string): string | null {
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, cells: splitCells(line, mark).length }));
  const best = counts.reduce((a, b) => (b.cells > a.cells ? b : a));
  return best.cells > 1 ? best.mark : null;
}

const isNode = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);

/** An object's plain values by their path, three levels deep. */
export function flatten(node: unknown, path = '', depth = 0): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!isNode(node)) return found;
  for (const [key, value] of Object.entries(node)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (isNode(value) && depth < 2)
      flatten(value, at, depth + 1).forEach((cell, inner) => found.set(inner, cell));
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      found.set(at, String(value));
    else if (value === null) found.set(at, '');
  }
  return found;
}

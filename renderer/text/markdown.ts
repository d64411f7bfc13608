/** A run of text inside a block. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly Inline[] };

export type Inlines = readonly Inline[];

/** A block of a page, one of the few the guide is written in. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: Inlines }
  | { readonly kind: 'paragraph'; readonly inside: Inlines }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inlines[] }
  | { readonly kind: 'table'; readonly head: readonly Inlines[];
    readonly rows: readonly (readonly Inlines[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string };

const marks = /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/u;

/**
 * Text with code, bold and links taken apart; anything else stays text.
 * @example readInline('a `b`').map(({ kind }) => kind) // ['text', 'code']
 */
export function readInline(text: string): Inlines {
  const found = marks.exec(text);
  if (found === null) return text === '' ? [] : [{ kind: 'text', text }];
  const [all, code, strong, label = '', href = ''] = found;
  const before = text.slice(0, found.index);
  const one: Inline = code !== undefined ? { kind: 'code', text: code }
    : strong !== undefined ? { kind: 'strong', inside: readInline(strong) }
      : { kind: 'link', href, inside: readInline(label) };
  return [...(before === '' ? [] : [{ kind: 'text', text: before } as const]), one,
    ...readInline(text.slice(found.index + all.length))];
}

/** Cells of a line of a table; `\|` is a bar inside a cell. */
const cellsOf = (line: string): readonly Inlines[] =>
  line.trim().replace(/^\||\|$/gu, '').split(/(?<!\\)\|/u)
    .map((cell) => readInline(cell.trim().replaceAll('\\|', '|')));

const item = /^(?:[-*]|(\d+)\.) +(.*)$/u;
const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)$/u;

function readHeading(line: string): Block | null {
  const found = /^(#{1,3}) +(.*)$/u.exec(line);
  if (found === null) return null;
  const level = found[1]?.length === 1 ? 1 : found[1]?.length === 2 ? 2 : 3;
  return { kind: 'heading', level, inside: readInline(found[2] ?? '') };
}

/** A list: a line that starts no item goes on with the one before. */
function readList(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const start = item.exec(line);
    if (start === null) items.push(`${items.pop() ?? ''} ${line.trim()}`.trim());
    else items.push(start[2] ?? '');
  }
  const ordered = item.exec(lines[0] ?? '')?.[1] !== undefined;
  return { kind: 'list', ordered, items: items.map(readInline) };
}

/** Lines without a blank one between them. */
function readChunk(lines: readonly string[]): readonly Block[] {
  const [first = '', ...rest] = lines;
  const heading = readHeading(first);
  if (heading !== null) return rest.length === 0 ? [heading] : [heading, ...readChunk(rest)];
  const shown = picture.exec(first);
  if (shown !== null) {
    const image: Block = { kind: 'image', alt: shown[1] ?? '', src: shown[2] ?? '' };
    return rest.length === 0 ? [image] : [image, ...readChunk(rest)];
  }
  if (first.startsWith('|') && /^\|[\s:|-]+\|$/u.test(rest[0] ?? ''))
    return [{ kind: 'table', head: cellsOf(first), rows: rest.slice(1).map(cellsOf) }];
  if (item.test(first)) return [readList(lines)];
  return [{ kind: 'paragraph', inside: readInline(lines.map((line) => line.trim()).join(' ')) }];
}

/**
 * A page of the guide as blocks. What it does not know (nested lists, emphasis, markup)
 * stands as it is written; comments are left out.
 * @example readMarkdown('# Title').map(({ kind }) => kind) // ['heading']
 */
export function readMarkdown(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let chunk: string[] = [];
  let code: string[] | null = null;
  const finish = (): void => {
    if (chunk.length > 0) blocks.push(...readChunk(chunk));
    chunk = [];
  };
  for (const line of page.replaceAll(/<!--[\s\S]*?-->/gu, '').split('\n')) {
    if (line.startsWith('```')) {
      finish();
      if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
      code = code === null ? [] : null;
    } else if (code !== null) {
      code.push(line);
    } else if (line.trim() === '') {
      finish();
    } else {
      chunk.push(line);
    }
  }
  finish();
  if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
  return blocks;
}

/** The words of text, without its marks. */
export const plainText = (inside: Inlines): string =>
  inside.map((each) => ('text' in each ? each.text : plainText(each.inside))).join('');

/**
 * Everything a page says, one line a block, for searching.
 * @example wordsOf('# A\n\n- **b** c') // ['A', 'b c']
 */
export const wordsOf = (page: string): readonly string[] =>
  readMarkdown(page).flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading': case 'paragraph': return [plainText(block.inside)];
      case 'list': return block.items.map(plainText);
      case 'table': return [block.head, ...block.rows].map((row) => row.map(plainText).join(' · '));
      case 'code': return [block.text];
      case 'image': return [block.alt];
    }
  });

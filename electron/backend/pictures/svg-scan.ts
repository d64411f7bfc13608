import { ok, refuse, type Result } from '../../../shared/units/result.ts';

/** An element of a drawing. `text` is what stands between its tags, for style sheets. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: SvgElement[];
  text: string;
}

/** Why a text is not read as a drawing. */
export type ScanProblem =
  { readonly code: 'not-svg' | 'active' | 'complex'; readonly detail: string };

/** A drawing of a megabyte with shorter elements than these is made to be slow. */
export const maxElements = 20_000;
/** Groups within groups: drawing programs nest a dozen deep. */
export const maxDepth = 64;

type Scanned<T> = Result<T, ScanProblem>;
const active = (detail: string): Scanned<never> => refuse({ code: 'active', detail });
const malformed = active('a malformed tag');

const namePattern = /[A-Za-z_][\w.:-]*/y;
const spacePattern = /\s*/y;

/** Reads a sticky pattern at a place: the text found, '' where it does not stand. */
function readAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

interface Tag {
  readonly element: SvgElement;
  readonly closed: boolean;
  readonly end: number;
}

/** Entities XML defines itself; every other could hide what follows. */
const isPlain = (text: string): boolean => !/&(?!(?:amp|lt|gt|quot|apos);)/u.test(text);

/** An opening tag from behind its `<`; each letter is looked at once. */
function readTag(text: string, start: number): Scanned<Tag> {
  const name = readAt(namePattern, text, start);
  if (name === '') return malformed;
  const attributes = new Map<string, string>();
  let at = start + name.length;
  for (;;) {
    const space = readAt(spacePattern, text, at);
    at += space.length;
    const closed = text.startsWith('/>', at);
    if (closed || text[at] === '>') {
      return ok({ element: { name, attributes, children: [], text: '' }, closed,
        end: at + (closed ? 2 : 1) });
    }
    const key = space === '' ? '' : readAt(namePattern, text, at);
    if (key === '' || attributes.has(key)) return malformed;
    at += key.length;
    at += readAt(spacePattern, text, at).length;
    if (text[at] !== '=') return malformed;
    at += 1 + readAt(spacePattern, text, at + 1).length;
    const quote = text[at];
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) return malformed;
    const value = text.slice(at + 1, end);
    if (!isPlain(value)) return active('encoded characters');
    if (value.includes('<')) return malformed;
    attributes.set(key, value);
    at = end + 1;
  }
}

/** What is neither element nor text: where it ends, or why it is refused. */
function skipMarkup(text: string, at: number): Scanned<number> {
  const close = (mark: string, from: number): Scanned<number> => {
    const end = text.indexOf(mark, from);
    return end < 0 ? malformed : ok(end + mark.length);
  };
  if (text.startsWith('<!--', at)) return close('-->', at + 4);
  if (text.startsWith('<?xml-stylesheet', at)) return active('a style sheet from elsewhere');
  if (text.startsWith('<?', at)) return close('?>', at + 2);
  return active('a document type or entity');
}

const cdata = '<![CDATA[';

/** The open elements of a scan, and the one that holds all. */
class Tree {
  root: SvgElement | null = null;
  readonly open: SvgElement[] = [];
  elements = 0;

  add({ element, closed }: Tag): ScanProblem | null {
    const parent = this.open.at(-1);
    if (parent === undefined && this.root !== null)
      return { code: 'not-svg', detail: 'the file is no SVG drawing' };
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
    if (!closed) this.open.push(element);
    this.elements += 1;
    if (this.elements > maxElements)
      return { code: 'complex', detail: `more than ${maxElements} elements` };
    return this.open.length > maxDepth ? {
      code: 'complex', detail: `groups more than ${maxDepth} deep`,
    } : null;
  }

  /** Text between tags; outside the drawing there may be none. */
  write(text: string): boolean {
    const element = this.open.at(-1);
    if (element === undefined) return text.trim() === '';
    element.text += text;
    return true;
  }
}

/**
 * Reads a drawing as XML, in one pass over its letters. Nothing is repaired: what a
 * browser might read otherwise than this is refused.
 * @example scanSvg('<svg><g/></svg>') // { ok: true, value: the svg with one child }
 */
export function scanSvg(source: string): Result<SvgElement, ScanProblem> {
  const noSvg: Scanned<never> =
    refuse({ code: 'not-svg', detail: 'the file is no SVG drawing' });
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const tree = new Tree();
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('<', at);
    const between = text.slice(at, start < 0 ? text.length : start);
    if (!tree.write(between)) return noSvg;
    if (!isPlain(between)) return active('encoded characters');
    if (start < 0) break;
    if (text.startsWith(cdata, start)) {
      const end = text.indexOf(']]>', start);
      if (end < 0 || !tree.write(text.slice(start + cdata.length, end))) return malformed;
      at = end + 3;
    } else if (text.startsWith('</', start)) {
      const name = readAt(namePattern, text, start + 2);
      const end = start + 2 + name.length;
      const gap = readAt(spacePattern, text, end).length;
      if (tree.open.pop()?.name !== name || text[end + gap] !== '>') return malformed;
      at = end + gap + 1;
    } else if (text[start + 1] === '!' || text[start + 1] === '?') {
      const end = skipMarkup(text, start);
      if (!end.ok) return end;
      at = end.value;
    } else {
      const tag = readTag(text, start + 1);
      if (!tag.ok) return tag;
      const problem = tree.add(tag.value);
      if (problem !== null) return refuse(problem);
      at = tag.value.end;
    }
  }
  const { root, open } = tree;
  return root === null || open.length > 0 ? noSvg : ok(root);
}

import type { ScanProblem, SvgElement } from './svg-scan.ts';

/** Elements that draw when they stand in the drawing. */
const shapes = ['svg', 'g', 'a', 'switch', 'use', 'path', 'rect', 'circle', 'ellipse',
  'line', 'polyline', 'polygon',
  'text', 'tspan', 'textPath'];
/** Elements that draw only where another refers to them. */
const referred = ['defs', 'symbol', 'linearGradient', 'radialGradient', 'clipPath',
  'mask', 'marker', 'pattern', 'filter', 'view'];
const inner = ['stop', 'style', 'title', 'desc', 'metadata'];
/**
 * Steps of a filter whose work is bounded by the area; turbulence, morphology and
 * convolution are not.
 */
const filterSteps = ['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite',
  'feDropShadow', 'feFlood', 'feFuncA',
  'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge', 'feMergeNode', 'feOffset'];

const known: ReadonlySet<string> = new Set([...shapes, ...referred, ...inner, ...filterSteps]);
const drawing: ReadonlySet<string> = new Set(shapes);

/** Whether an element draws by itself. */
export const draws = ({ name }: SvgElement): boolean => drawing.has(localName(name));

/** @example localName('svg:rect') // 'rect' */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const svgSpace = 'http://www.w3.org/2000/svg';
/** What could give an element of another prefix a meaning after all. */
const spaces = [svgSpace, 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML'];

const prefixOf = (name: string): string =>
  (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');

/** Elements of other programs (Inkscape's own, RDF): nothing draws or runs them. */
export const isForeign = ({ name }: SvgElement): boolean =>
  !['', 'svg'].includes(prefixOf(name));

/** Names that run or embed under whatever prefix. */
const runs =
  /^(?:script|foreignobject|iframe|embed|object|audio|video|image|handler|listener|animate.*|set)$/iu;

const active = (detail: string): ScanProblem => ({ code: 'active', detail });

/**
 * What in a text of style, or an attribute, can fetch, run or hide something; null when
 * nothing can.
 */
export function checkStyle(text: string): ScanProblem | null {
  if (text.includes('\\')) return active('encoded characters');
  if (/@import/iu.test(text)) return active('a style sheet from elsewhere');
  if (/(?:java|vb)script\s{0,99}:/iu.test(text)) return active('a script address');
  return /image-set\(/iu.test(text)
    || findUrls(text) === null ? active('a reference to something outside') : null;
}

/**
 * Every `url(#name)` of a text, or null when one leads elsewhere.
 * @example findUrls('fill: url(#a)') // ['a']
 */
export function findUrls(text: string): readonly string[] | null {
  const found: string[] = [];
  for (const { index } of text.matchAll(/url\(/giu)) {
    let at = index + 4;
    while (/["'\s]/u.test(text[at] ?? '')) at += 1;
    if (text[at] !== '#') return null;
    const start = at + 1;
    while (at < text.length && !/["'\s)]/u.test(text[at] ?? '')) at += 1;
    found.push(text.slice(start, at));
  }
  return found;
}

function checkAttribute(key: string, value: string): ScanProblem | null {
  const name = localName(key).toLowerCase();
  if (key === 'xmlns' || prefixOf(key) === 'xmlns') {
    const isOurs = key === 'xmlns' || key === 'xmlns:svg';
    return isOurs === (value === svgSpace) && (isOurs || !spaces.includes(value)) ? null
      : active('an element of another language');
  }
  if (name.startsWith('on')) return active('an event handler');
  if ((name === 'href' || name === 'src') && !value.trimStart().startsWith('#'))
    return active('a reference to something outside');
  // Inkscape keeps paths of Windows in attributes of its own; browsers read none of those.
  return prefixOf(key) === '' ? checkStyle(value) : null;
}

/** What in an element taken by itself can run, embed, fetch or move, or null. */
export function checkElement(element: SvgElement): ScanProblem | null {
  const { name, attributes, text } = element;
  if (runs.test(localName(name))) return active('an element that can run, embed or move');
  if (!isForeign(element) && !known.has(localName(name)))
    return active(`an element a logo does not need (${name.slice(0, 40)})`);
  for (const [key, value] of attributes) {
    const problem = checkAttribute(key, value);
    if (problem !== null) return problem;
  }
  if (localName(name) !== 'style') return null;
  return text.includes('@')
    && !/@import/iu.test(text) ? active('a style rule that loads or moves') : checkStyle(text);
}

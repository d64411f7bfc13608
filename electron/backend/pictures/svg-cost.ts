import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { draws, findUrls, isForeign, localName } from './svg-parts.ts';
import { readStyleRefs, type StyleRefs } from './svg-style.ts';
import type { ScanProblem, SvgElement } from './svg-scan.ts';

/**
 * The most work a drawing may ask for, in elements or hundreds of letters of path,
 * everything drawn again counted again. A thousand paths of 200 letters come to about
 * 3,000, a whole megabyte of plain shapes to 20,000. As worst it can be spent, Chromium
 * took 1.4 s to draw it at the size of a logo, on a busy machine.
 */
export const maxWork = 30_000;
/** References that lead to references. Drawing programs make two or three. */
export const maxChain = 16;
/** References in all, those made by a style sheet counted for every element they reach. */
export const maxRefs = 20_000;

const lettersPerUnit = 100;
/** A vertex takes two letters at least, and a marker is drawn at each. */
const verticesPerUnit = lettersPerUnit / 2;
/** Work of what is drawn once into a picture of its own, over drawing it in place. */
const weights: Readonly<Record<string, number>> = { pattern: 4, filter: 50, mask: 2,
  clipPath: 2, marker: 1 };

interface Work {
  /** Elements drawn. */
  readonly count: number;
  /** Their number and length. */
  readonly size: number;
  /** With all they refer to. */
  readonly work: number;
}

const complex = (detail: string): Result<never, ScanProblem> =>
  refuse({ code: 'complex', detail });

/** Element by id, the first of each as in a browser. */
function indexIds(elements: readonly SvgElement[]): ReadonlyMap<string, SvgElement> {
  const ids = new Map<string, SvgElement>();
  for (const element of elements) {
    const id = element.attributes.get('id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
  }
  return ids;
}

/** Ids an element refers to, itself and through its classes. */
function refsOf({ attributes }: SvgElement, style: StyleRefs): readonly string[] {
  const own = [...attributes].flatMap(([key, value]) => {
    if (localName(key) === 'href') return [value.trim().slice(1)];
    return value.includes('(') ? findUrls(value) ?? [] : [];
  });
  const classes = new Set((attributes.get('class') ?? '').split(/\s+/u));
  const byStyle = [
    ...[...classes].map((name) => `.${name}`), `#${attributes.get('id') ?? ''}`,
  ].flatMap((selector) => style.get(selector) ?? []);
  return [...own, ...byStyle];
}

class Loop extends Error {}

/** Adds up what drawing an element takes; every element is counted once and remembered. */
class Count {
  private readonly known = new Map<SvgElement, Work>();
  private readonly under = new Set<SvgElement>();
  private chain = 0;
  private refs = 0;
  private readonly ids: ReadonlyMap<string, SvgElement>;
  private readonly style: StyleRefs;

  constructor(ids: ReadonlyMap<string, SvgElement>, style: StyleRefs) {
    this.ids = ids;
    this.style = style;
  }

  of(element: SvgElement): Work {
    const known = this.known.get(element);
    if (known !== undefined) return known;
    if (this.under.has(element)) throw new Loop('a reference that leads back to itself');
    this.under.add(element);
    const work = this.add(element);
    this.under.delete(element);
    this.known.set(element, work);
    return work;
  }

  private add(element: SvgElement): Work {
    if (isForeign(element)) return { count: 0, size: 1, work: 1 };
    const letters = [...element.attributes.values()].reduce((sum, value) => sum + value.length,
      element.text.length);
    const unit = 1 + letters / lettersPerUnit;
    let [count, size, work] = [1, unit, unit];
    // Children of what is only referred to count when it is: it was reached by a reference.
    const holdsOnly = ['defs', 'metadata'].includes(localName(element.name));
    for (const child of holdsOnly ? [] : element.children) {
      if (!draws(child) && draws(element)) continue;
      const part = this.of(child);
      [count, size, work] = [count + part.count, size + part.size, work + part.work];
    }
    const isUse = localName(element.name) === 'use';
    const targets = refsOf(element, this.style).flatMap((id) => this.ids.get(id) ?? []);
    this.refs += targets.length;
    if (this.refs > maxRefs) throw new Loop(`more than ${maxRefs} references`);
    if (targets.length > 0 && ++this.chain > maxChain)
      throw new Loop(`references more than ${maxChain} deep`);
    const isDrawnHere = (target: SvgElement): boolean => isUse
      && weights[localName(target.name)] === undefined;
    for (const target of targets.filter(isDrawnHere)) {
      const part = this.of(target);
      [count, size, work] = [count + part.count, size + part.size, work + part.work];
    }
    for (const target of targets.filter((one) => !isDrawnHere(one))) {
      const kind = localName(target.name);
      // A reference is inherited: at worst everything inside is drawn with it.
      const times = kind === 'marker' ? size * verticesPerUnit : count;
      work += times * this.of(target).work * (weights[kind] ?? 1);
    }
    if (targets.length > 0) this.chain -= 1;
    return { count, size, work };
  }
}

/**
 * What drawing takes, in units of one element or a hundred letters, or why it cannot be
 * bounded.
 * @param all every element of the drawing
 * @example measureWork(svg of one rect) // { ok: true, value: about 2 }
 */
export function measureWork(
  root: SvgElement, all: readonly SvgElement[],
): Result<number, ScanProblem> {
  const style = readStyleRefs(
    all.filter(({ name }) => localName(name) === 'style').map(({ text }) => text).join('\n'),
  );
  if (!style.ok) return style;
  try {
    const { work } = new Count(indexIds(all), style.value).of(root);
    return work <= maxWork ? ok(work)
      : complex(`it draws ${work > 1e9 ? 'billions of' : Math.round(work)} parts, and ${maxWork} are taken`);
  } catch (error) {
    if (error instanceof Loop) return complex(error.message);
    throw error;
  }
}

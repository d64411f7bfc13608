import type { AttachmentProblem } from '../../../shared/backend.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { measureWork } from './svg-cost.ts';
import { checkElement, localName } from './svg-parts.ts';
import { scanSvg, type ScanProblem, type SvgElement } from './svg-scan.ts';

const codes =
  { 'not-svg': 'not-an-image', active: 'active-content', complex: 'too-complex' } as const;

const refused = ({ code, detail }: ScanProblem): Result<never, AttachmentProblem> =>
  refuse({ code: codes[code], detail });

/** Every element, without recursion. */
function listElements(root: SvgElement): readonly SvgElement[] {
  const all = [root];
  for (const element of all) all.push(...element.children);
  return all;
}

/**
 * Whether a text is a still drawing that runs, embeds and fetches nothing and is drawn in
 * bounded work. Time and memory grow with its length alone.
 * @returns null, or 'not-an-image', 'active-content' or 'too-complex' with what was found
 * @example checkSvgText('<svg xmlns="http://www.w3.org/2000/svg"/>') // { ok: true, value: null }
 */
export function checkSvgText(text: string): Result<null, AttachmentProblem> {
  const scanned = scanSvg(text);
  if (!scanned.ok) return refused(scanned.error);
  const root = scanned.value;
  if (localName(root.name) !== 'svg')
    return refused({ code: 'not-svg', detail: 'the file is no SVG drawing' });
  const all = listElements(root);
  for (const element of all) {
    const problem = checkElement(element);
    if (problem !== null) return refused(problem);
  }
  const work = measureWork(root, all);
  return work.ok ? ok(null) : refused(work.error);
}

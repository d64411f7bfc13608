import { formatQuantity } from '../../units/format.ts';
import type { Unit } from '../../units/unit.ts';
import { unreachable } from '../../units/result.ts';
import type { PlanSeekAnswer, SeekPoint } from './seek.ts';

type Found = Omit<PlanSeekAnswer, 'reason'>;

/** A number as it is printed everywhere. */
const said = (value: number, unit: Unit): string => formatQuantity(value, unit);

const listed = (words: readonly string[]): string =>
  (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`);

function nearestText({ nearest, figure, vary }: Found): string {
  return nearest === null ? ''
    : ` The nearest is ${said(nearest.figure, figure.unit)} at ${said(nearest.value, vary.unit)}.`;
}

/** Where there is no plan to have the figure, and the commonest reason. */
function missingText({ missing, vary }: Found, cause: string | null): string {
  if (missing.length === 0) return '';
  const spans = missing.slice(0, 3).map(({ from, to }) =>
    (from === to ? said(from, vary.unit) : `${said(from, vary.unit)} to ${said(to, vary.unit)}`));
  const more = missing.length > 3 ? ` and ${missing.length - 3} more ranges` : '';
  return ` There is no figure at ${listed(spans)}${more}${cause === null ? '' : `: ${cause}`}`;
}

function stepText({ steps, figure, vary }: Found): string {
  const side = (point: SeekPoint | null): string =>
    (point === null ? 'nothing' : said(point.figure, figure.unit));
  return listed(steps.map(({ at, below, above }) =>
    `at ${said(at, vary.unit)}, from ${side(below)} to ${side(above)}`));
}

function mainText(found: Found): string {
  const { figure, target, vary, roots, plateaus } = found;
  const goal = said(target, figure.unit);
  const range = `${said(vary.lower, vary.unit)} to ${said(vary.upper, vary.unit)}`;
  const at = listed(roots.map((root) => said(root, vary.unit)));
  switch (found.status) {
    case 'found': return `${figure.label} is ${goal} at ${vary.label} of ${at}.`;
    case 'several':
      return `${figure.label} is ${goal} at ${roots.length} values of ${vary.label}: ${at}.`;
    case 'none':
      return `${figure.label} is nowhere ${goal} for ${vary.label} from ${range}.`;
    case 'flat': return `${vary.label} does not move ${figure.label}.`;
    case 'any': return `${figure.label} is ${goal} for any ${vary.label} from ${range}.`;
    case 'interval':
      return `${figure.label} is ${goal} for ${vary.label} from ${listed(plateaus.map(({ from, to }) =>
        `${said(from, vary.unit)} to ${said(to, vary.unit)}`))}.`;
    case 'jump':
      return `${figure.label} steps over ${goal} and is never it: ${stepText(found)}.`;
    case 'found_integer': return roots.length > 0
      ? `${figure.label} is ${goal} at ${vary.label} of ${at}.`
      : `${vary.label} is a whole number, and ${figure.label} steps over ${goal}: ${stepText(found)}.`;
    default: return unreachable(found.status, 'mainText');
  }
}

/**
 * What a search found, in words a client can read: the values, or why there is none and
 * what comes nearest.
 * @param cause what most often stood in the way of a plan; null where nothing did
 */
export function reasonOf(found: Found, cause: string | null): string {
  const near = found.roots.length > 0 || found.plateaus.length > 0 ? '' : nearestText(found);
  return `${mainText(found)}${near}${missingText(found, cause)}`;
}

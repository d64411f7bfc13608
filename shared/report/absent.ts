import type { Absent } from '../units/figure.ts';
import { unreachable } from '../units/result.ts';

const about = (text: string, detail: string): string => detail === '' ? `${text}.` : `${text}: ${detail}.`;

/**
 * Why a figure is absent, in one sentence for paper.
 * @example describeAbsent({ code: 'no-debt', detail: '' }) // 'The design borrows nothing.'
 */
export function describeAbsent({ code, detail }: Absent): string {
  switch (code) {
    case 'no-source-value': return about('No source states this value', detail);
    case 'no-feasible-point': return about('No serving configuration meets the service level', detail);
    case 'no-racks': return about('No rack fits', detail);
    case 'no-revenue': return about('Nothing is sold', detail);
    case 'no-sign-change': return about('The cash flow never changes sign', detail);
    case 'not-within-horizon': return about('Not reached within the horizon', detail);
    case 'no-debt': return about('The design borrows nothing', detail);
    case 'no-climate': return about('The site has no climate data', detail);
    case 'not-priced': return about('Something has no price', detail);
    case 'upstream-absent': return about('A figure it is computed from is absent', detail);
    case 'no-tokens': return about('No token is served', detail);
    case 'not-convergent': return about('The search for this value did not converge', detail);
    default: return unreachable(code, 'describeAbsent');
  }
}

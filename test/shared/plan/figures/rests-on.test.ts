import { describe, expect, it } from 'vitest';
import { assumedBehind, restsOn } from '../../../../shared/plan/figures/rests-on.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { planOf } from '../support.ts';

const plan = planOf('b200-1mw');
const behind = (of: Plan, key: string) => assumedBehind(of, key, builtInCatalog);

describe('figures that rest on an assumed input', () => {
  it('lose an input once somebody vouches for it', () => {
    const sure = planOf('b200-1mw', { 'demand.marketRampMonths': 3 });
    const paths = (of: Plan) => behind(of, 'headline.tokensTotalM').map(({ id }) => id);
    expect(paths(plan)).toContain('demand.marketRampMonths');
    expect(paths(sure)).not.toContain('demand.marketRampMonths');
  });

  it('count catalogue figures nobody found a document for', () => {
    const hopper = planOf('hopper-to-blackwell');
    expect(behind(hopper, 'headline.racks').map(({ id }) => id))
      .toContain('catalog:systems/dgx_h200/maxPowerKw');
  });

  it('reach catalogue figures too, and a figure nobody has rests on nothing', () => {
    expect(restsOn(plan, 'headline.racks').catalog).toContain('systems/dgx_b200/maxPowerKw');
    expect(restsOn(plan, 'headline.none')).toEqual({ inputs: [], catalog: [] });
  });
});

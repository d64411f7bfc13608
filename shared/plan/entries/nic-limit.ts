import { bestNetwork } from '../../compat/best-network.ts';
import { radixAt } from '../../network/cages.ts';
import { formatQuantity } from '../../units/format.ts';
import type { Limit, LimitFix } from '../../units/limit.ts';
import type { Together } from './compat.ts';

const where = 'network.scaleOutGbps';

/** The rate of the cards, and a switch with ports of it where the present one has none. */
function fixOf(
  { inputs, catalog, groups, switchModel }: Together, nicGbps: number,
): readonly LimitFix[] {
  const rate = { path: where, value: nicGbps };
  if (radixAt(switchModel, nicGbps) !== null) return [rate];
  const { fabric } = inputs.network.values;
  const best = bestNetwork({ fabric, switchModel: switchModel.id }, { nicGbps,
    accelerators: groups.map(({ accelerator }) => accelerator),
    switches: Object.values(catalog.switches) });
  return best === null ? [rate] : [rate,
    ...(best.fabric === fabric ? [] : [{ path: 'network.fabric', value: best.fabric }]),
    { path: 'network.switchModel', value: best.switchModel }];
}

/**
 * A rate entered that is more than the cards of a system have: nobody can build that
 * network. A lower one is a choice. Accelerators whose rate nobody states set no limit.
 */
export function nicLimits(together: Together): readonly Limit[] {
  const entered = together.inputs.network.values.scaleOutGbps;
  if (entered === null) return [];
  const slower = together.groups.flatMap(({ system, accelerator }) => {
    const own = accelerator.scaleOutGbps?.value;
    return own === undefined || entered <= own ? [] : [{ system, accelerator, own }];
  }).toSorted((a, b) => a.own - b.own);
  const [least] = slower;
  if (least === undefined) return [];
  const { nic } = least.accelerator;
  const rate = formatQuantity(least.own, 'Gb/s');
  return [{
    code: 'nic-too-slow', where, limit: least.own, value: entered, unit: 'Gb/s', broken: true,
    fix: fixOf(together, least.own),
    nearestFix: `${least.system.name} reaches the network at ${rate} per accelerator${
      nic === undefined ? '' : ` (${nic})`}, not at ${formatQuantity(entered, 'Gb/s')}. `
      + `Set ${where} to ${least.own} or less.`,
  }];
}

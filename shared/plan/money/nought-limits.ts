import type { ScenarioInputs } from '../../project/resolve.ts';
import { addressOf } from '../../project/path.ts';
import { fieldOf } from '../../project/kinds.ts';
import type { FieldPath } from '../../project/field-path.ts';
import type { Limit, LimitFix, Warning } from '../../units/limit.ts';
import type { SizedGroup } from '../serving/size-groups.ts';
import type { NetworkOutcome } from '../site/fabric.ts';
import { acceleratorPriceUsd, type Unpriced } from './costs.ts';
import type { OwnershipMode } from './economics-params.ts';

/** What is bought in a plan. */
interface Bought {
  readonly inputs: ScenarioInputs;
  readonly groups: readonly SizedGroup[];
  readonly network: Pick<NetworkOutcome, 'design'>;
}

interface Price {
  readonly where: FieldPath;
  readonly name: string;
  /** Ways of owning under which it is paid. */
  readonly modes: readonly OwnershipMode[];
  readonly isNought: (bought: Bought) => boolean;
}

const buying: readonly OwnershipMode[] = ['own', 'lease', 'colo'];
const built = ({ groups }: Bought): readonly SizedGroup[] =>
  groups.filter(({ racks }) => racks > 0);

/** Prices of what is bought or rented, with what says that something of it is. */
const prices: readonly Price[] = [
  { where: 'capex.acceleratorPriceUsd', name: 'Accelerators are bought', modes: buying,
    isNought: (bought) => built(bought)
      .some((group) => acceleratorPriceUsd(bought.inputs, group) === 0) },
  { where: 'capex.facilityUsdPerMw', name: 'Building, power and cooling are bought',
    modes: ['own', 'lease'],
    isNought: (bought) => bought.inputs.capex.values.facilityUsdPerMw === 0
      && built(bought).length > 0 },
  { where: 'network.switchPriceUsd', name: 'Switches are bought', modes: buying,
    isNought: ({ inputs, network: { design } }) => design !== null && design.switches > 0
      && inputs.network.values.switchPriceUsd === 0 },
  { where: 'network.opticPriceUsd', name: 'Optical modules are bought', modes: buying,
    isNought: ({ inputs, network: { design } }) => design !== null && design.opticsModules > 0
      && inputs.network.values.opticPriceUsd === 0 },
  { where: 'network.cablePriceUsd', name: 'Cables are bought', modes: buying,
    isNought: ({ inputs, network: { design } }) => design !== null && design.cables > 0
      && inputs.network.values.cablePriceUsd === 0 },
  { where: 'finance.rentalUsdPerHour', name: 'Accelerators are rented', modes: ['rental'],
    isNought: (bought) => bought.inputs.finance.values.rentalUsdPerHour === 0
      && built(bought).length > 0 },
  { where: 'finance.coloUsdPerKwMonth', name: 'Halls are rented', modes: ['colo'],
    isNought: (bought) => bought.inputs.finance.values.coloUsdPerKwMonth === 0
      && built(bought).length > 0 },
];

function defaultOf(where: FieldPath): LimitFix['value'] {
  const address = addressOf(where);
  const value = address === null ? null : fieldOf(address.kind, address.field)?.default;
  return typeof value === 'number' ? value : null;
}

const standsAlready = '; a building that stands already is entered at what it would sell for';

const noughtUnder = (bought: Bought, mode: OwnershipMode): readonly Price[] =>
  prices.filter(({ modes, isNought }) => modes.includes(mode) && isNought(bought));

/** Prices of nought under a way of owning, as prices that are missing. */
export const noughtPrices = (bought: Bought, mode: OwnershipMode): readonly Unpriced[] =>
  noughtUnder(bought, mode).map(({ name, where }) => ({ what: `${name} for nothing`, where }));

/**
 * Prices of nought of what is bought or rented: nobody gives it away, so that the plan
 * would only look cheaper.
 */
export const noughtLimits = (bought: Bought): readonly Limit[] =>
  noughtUnder(bought, bought.inputs.finance.values.ownership)
    .map(({ where, name }): Limit => {
      const value = defaultOf(where);
      return {
        code: 'price-of-nought', where, limit: 0, value: 0, unit: 'USD', broken: true,
        fix: [{ path: where, value }],
        nearestFix: `${name} for nothing. Enter ${where}, or ${value === null
          ? 'leave it empty to take that of the catalogue'
          : `take its default of ${value.toLocaleString('en')}`}${
          where === 'capex.facilityUsdPerMw' ? standsAlready : ''}.`,
      };
    });

/** A building without a price where somebody else owns it: right, and no price to buy at. */
export function noughtBuildingWarnings(bought: Bought): readonly Warning[] {
  const { ownership } = bought.inputs.finance.values;
  const building = noughtUnder(bought, 'own')
    .find(({ modes, where }) => where === 'capex.facilityUsdPerMw' && !modes.includes(ownership));
  return building === undefined ? [] : [{ code: 'price-of-nought', where: building.where,
    text: `${building.where} is 0: nothing is built under this ownership, but what owning would be worth cannot be said beside it.` }];
}

import { ChartSlot } from '../../components/ChartSlot.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import {
  businessGroups, groupsAtHome, ownershipGroups, siteCostGroups,
} from '../../state/places.ts';
import { partText } from '../../text/parts.ts';
import { CapexTree } from './CapexTree.tsx';
import { FinancingFacts } from './FinancingFacts.tsx';
import { OwnershipTable } from './OwnershipTable.tsx';
import { RentalTable } from './RentalTable.tsx';
import { economicsText } from './text.ts';

/** What is invested, what running costs, how it is paid for, and who owns it. */
export function EconomicsScreen() {
  return (
    <ScreenFrame id="economics" parts={[
      { id: 'capex', label: partText.capex, content: capex },
      { id: 'opex', label: partText.opex, content: opex },
      { id: 'finance', label: partText.finance, content: finance },
      { id: 'business', label: partText.business, content: business },
      { id: 'contracts', label: partText.contracts, content: contracts },
      { id: 'ownership', label: economicsText.ownershipPart, content: ownership },
    ]} />
  );
}

const capex = (
  <Workbench
    picture={<ChartSlot id="capex" />}
    inputs={[{ kind: 'capex' }]}
    matters={['capex.acceleratorPriceUsd', 'capex.systemPriceFactor', 'capex.facilityUsdPerMw',
      'capex.contingency', 'capex.systemResidual']}>
    <CapexTree />
  </Workbench>
);

const opex = (
  <Workbench
    picture={<ChartSlot id="cost-stack" />}
    inputs={[{ kind: 'site', groups: siteCostGroups }, { kind: 'opex' }]}
    matters={['site.electricityUsdPerKwh', 'opex.staffUsdPerMwYear', 'opex.maintenanceShare',
      'opex.softwareUsdPerAcceleratorYear', 'opex.salesShare']} />
);

const finance = (
  <Workbench
    picture={<ChartSlot id="cash-flow" />}
    inputs={[{ kind: 'finance', groups: groupsAtHome('finance') }]}
    matters={['finance.discountRate', 'finance.debtShare', 'finance.interestRate',
      'finance.tenorMonths', 'finance.taxRate']}>
    <FinancingFacts />
  </Workbench>
);

const business = (
  <Workbench
    picture={<RentalTable />}
    list="rackGroup"
    inputs={[{ kind: 'rackGroup', groups: businessGroups }]}
    matters={['rackGroup.business', 'rackGroup.onDemandShare', 'rackGroup.onDemandUsdPerHour',
      'rackGroup.onDemandDecline', 'rackGroup.soldLoad']}>
    <ChartSlot id="cash-flow" />
  </Workbench>
);

const contracts = (
  <Workbench
    picture={<RentalTable />}
    list="rentalContract"
    inputs={[{ kind: 'rentalContract' }]}
    matters={['rentalContract.group', 'rentalContract.share', 'rentalContract.termMonths',
      'rentalContract.usdPerHour', 'rentalContract.prepayShare']}>
    <ChartSlot id="cash-flow" />
  </Workbench>
);

const ownership = (
  <Workbench
    picture={<OwnershipTable />}
    inputs={[{ kind: 'finance', groups: ownershipGroups }]}
    matters={['finance.ownership', 'finance.coloUsdPerKwMonth', 'finance.rentalUsdPerHour',
      'finance.leaseRate', 'finance.leaseTermMonths']}>
    <ChartSlot id="cost-stack" />
    <ChartSlot id="cash-flow" />
  </Workbench>
);

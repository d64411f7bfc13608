import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { partText } from '../../text/parts.ts';
import { BillPanel } from './BillPanel.tsx';
import { FabricPanel } from './FabricPanel.tsx';
import './network.css';

/** How accelerators reach one another beyond their rack, and what that takes. */
export function NetworkScreen() {
  return (
    <ScreenFrame
      id="network"
      parts={[
        { id: 'fabric', label: partText.fabric, content: <FabricPanel /> },
        { id: 'bill', label: partText.bill, content: <BillPanel /> },
      ]}
    />
  );
}

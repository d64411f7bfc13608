import { RecordEditor } from '../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../components/ScreenFrame.tsx';

/** Rack groups and their inputs. */
export const PendingHardware = () => (
  <ScreenFrame id="hardware">
    <RecordEditor kind="rackGroup" />
  </ScreenFrame>
);
export const PendingResults = () => <ScreenFrame id="results" />;
export const PendingReport = () => <ScreenFrame id="report" />;

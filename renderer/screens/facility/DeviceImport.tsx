import { ImportButton } from '../../components/ImportButton.tsx';
import { facilityText } from './text.ts';

/** Opens the preview of NetBox device and rack types, or of an inventory of devices. */
export function DeviceImport() {
  return (
    <section className="chart climate-import" aria-label={facilityText.devices}>
      <h2 className="chart-title">{facilityText.devices}</h2>
      <p>{facilityText.devicesHelp}</p>
      <div className="climate-actions">
        <ImportButton label={facilityText.chooseDevice} />
      </div>
    </section>
  );
}

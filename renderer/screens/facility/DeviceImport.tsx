import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { devicePowerKw, parseDeviceType, type DeviceType } from '../../../shared/facility/device-types.ts';
import type { YamlProblem } from '../../../shared/facility/checked-yaml.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { useInputs } from '../../state/hooks.tsx';
import { readText } from './read-text.ts';
import { facilityText } from './text.ts';

const mostBytes = 1e6;

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly device: DeviceType }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly YamlProblem[] };

/** A NetBox device type held against the racks of the project. */
export function DeviceImport() {
  const inputs = useInputs();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const read = async (file: File): Promise<void> => {
    const text = await readText(file, mostBytes);
    const parsed = parseDeviceType(text ?? '');
    setOutcome(parsed.ok ? { kind: 'read', device: parsed.value } : { kind: 'refused', name: file.name, problems: parsed.error });
  };
  return (
    <section className="chart climate-import" aria-label={facilityText.devices}>
      <h2 className="chart-title">{facilityText.devices}</h2>
      <p>{facilityText.devicesHelp}</p>
      <div className="climate-actions">
        <FileButton
          accept=".yaml,.yml"
          onChange={(file) => {
            if (file !== null) void read(file);
          }}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              {facilityText.chooseDevice}
            </Button>
          )}
        </FileButton>
      </div>
      <div role="status" className="climate-said">
        {outcome.kind === 'refused' && <p>{facilityText.deviceRefused(outcome.name)}</p>}
        {outcome.kind === 'read' && <DeviceFacts device={outcome.device} rackU={inputs?.hall.values.rackHeightU ?? 0} />}
      </div>
      {outcome.kind === 'refused' && (
        <ul className="climate-repairs">
          {outcome.problems.slice(0, 12).map((problem) => (
            <li key={JSON.stringify(problem)}>{facilityText.atLine(problem.line, problem.detail)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DeviceFacts({ device, rackU }: { readonly device: DeviceType; readonly rackU: number }) {
  const perRack = device.heightU > 0 ? Math.floor(rackU / device.heightU) : null;
  const power = devicePowerKw(device, 0);
  const times = (value: number | null): number | null => (value === null || perRack === null ? null : value * perRack);
  const facts: readonly (readonly [string, string])[] = [
    ['Device', `${device.manufacturer} ${device.model}`],
    ['Height', formatQuantity(device.heightU, 'U')],
    ['In a rack', perRack === null ? '–' : formatQuantity(perRack, 'count')],
    ['Most power, one', formatQuantity(power, 'kW')],
    ['Most power, a rack', formatQuantity(times(power), 'kW')],
    ['Weight, a rack', formatQuantity(times(device.weightKg), 'kg')],
    ['Network ports', formatQuantity(device.ports.network, 'count')],
  ];
  return (
    <dl className="device-facts numeric">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { YamlProblem } from '../../../shared/facility/devices/checked-yaml.ts';
import type { Definition } from '../../../shared/facility/devices/device-types.ts';
import { supplyPower } from '../../../shared/facility/devices/supplies.ts';
import { keepDefinitions } from '../../../shared/plan/entries/definition-values.ts';
import { readForeign } from '../../foreign/read-foreign.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { explainReading } from '../../text/reading.ts';
import { addDefinitions } from './keep-definitions.ts';
import { readText } from './read-text.ts';
import { facilityText } from './text.ts';

const mostBytes = 1e6;
/** More lines than this help nobody mend a file. */
const mostLines = 12;

interface Said {
  readonly text: string;
  readonly lines: readonly YamlProblem[];
}

/** What was taken of supplies that back each other up, and of modules. */
const suppliesSaid = (definitions: readonly Definition[]): readonly string[] =>
  definitions.flatMap((definition) => {
    if (definition.kind === 'module') return [facilityText.isModule(definition.module.model)];
    const supply = definition.kind === 'device' ? supplyPower(definition.device) : null;
    if (definition.kind !== 'device' || supply === null || supply.halfW === null) return [];
    return [facilityText.reserve(definition.device.model, supply.usualReserve, supply.supplies,
      supply.halfW, supply.allW)];
  });

/**
 * Reads NetBox device and rack types into the project; what is left out or refused is
 * named by line.
 */
export function DeviceImport() {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { edit } = useActions();
  const [said, say] = useState<Said>({ text: '', lines: [] });
  const read = async (file: File): Promise<void> => {
    const text = await readText(file, mostBytes);
    if (text === null) return say({ text: facilityText.deviceTooLarge(file.name), lines: [] });
    const reading = await readForeign('definitions', { text });
    if (!reading.ok)
      return say({ text: `${file.name}: ${explainReading(reading.error)}`, lines: [] });
    const parsed = reading.value;
    if (!parsed.ok)
      return say({ text: facilityText.deviceRefused(file.name), lines: parsed.error });
    const kept = keepDefinitions(parsed.value, 'half');
    if (!kept.ok)
      return say({ text: facilityText.deviceRefused(file.name), lines: kept.error });
    const added = addDefinitions(document, scenarioId, kept.value);
    if (added.names.length > 0) edit(facilityText.deviceLabel(file.name), added.edit);
    const ignored = parsed.value.flatMap((definition) => definition.ignored);
    const keptText = facilityText.devicesKept(added.names, added.known, ignored.length);
    say({ text: [keptText, ...suppliesSaid(parsed.value)].join(' '), lines: ignored });
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
      <p role="status" className="climate-said">
        {said.text}
      </p>
      {said.lines.length > 0 && (
        <ul className="climate-repairs">
          {said.lines.slice(0, mostLines).map((problem) => (
            <li key={JSON.stringify(problem)}>
              {facilityText.atLine(problem.line, facilityText.yamlProblem(problem))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

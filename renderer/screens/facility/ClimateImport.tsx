import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { EpwRepair } from '../../../shared/import/weather/epw-types.ts';
import { readForeign } from '../../foreign/read-foreign.ts';
import { useActions, useDocument, useInputs, useScenarioId } from '../../state/hooks.tsx';
import { catalog } from '../../state/catalog.ts';
import { explainReading } from '../../text/reading.ts';
import { forgetClimate, keepClimate } from './keep-climate.ts';
import { readText } from './read-text.ts';
import { facilityText } from './text.ts';

/** A weather file of one year has about 1.5 MB. */
const mostBytes = 8e6;

/** Reads a weather file into the project, or says by line why not; repairs are listed. */
export function ClimateImport() {
  const inputs = useInputs();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { edit } = useActions();
  const [said, say] = useState<
    { readonly text: string; readonly repairs: readonly EpwRepair[] }
  >({ text: '', repairs: [] });
  if (inputs === null) return null;
  const { dryBulbHours, origin } = inputs.climate.values;
  const read = async (file: File): Promise<void> => {
    const text = await readText(file, mostBytes);
    if (text === null)
      return say({ text: file.size > mostBytes ? facilityText.tooLarge(file.name)
        : facilityText.unreadable(file.name), repairs: [] });
    const latitude = catalog.sites[inputs.site.values.site]?.latitude;
    const reading = await readForeign('weather', { text, siteLatitude: latitude ?? null });
    if (!reading.ok)
      return say({ text: `${file.name}: ${explainReading(reading.error)}`, repairs: [] });
    const climate = reading.value;
    if (!climate.ok)
      return say({ text: facilityText.refused(file.name, climate.error), repairs: [] });
    const { place, repairs } = climate.value;
    const from =
      `${file.name}: ${place.city}, ${place.country}, ${facilityText.repairs(repairs.length)}`;
    edit(facilityText.importLabel(file.name),
      keepClimate(document, scenarioId, climate.value, from));
    say({ text: '', repairs });
  };
  return (
    <section className="chart climate-import" aria-label={facilityText.importTitle}>
      <h2 className="chart-title">{facilityText.importTitle}</h2>
      <p>{facilityText.importHelp}</p>
      <div className="climate-actions">
        <FileButton
          accept=".epw,text/plain"
          onChange={(file) => {
            if (file !== null) void read(file);
          }}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              {facilityText.choose}
            </Button>
          )}
        </FileButton>
        {dryBulbHours !== '' && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              edit(facilityText.forgetLabel, forgetClimate(document, scenarioId));
            }}>
            {facilityText.forget}
          </Button>
        )}
      </div>
      <p role="status" className="climate-said">
        {said.text === '' && dryBulbHours !== '' ? facilityText.imported(origin) : said.text}
      </p>
      {said.repairs.length > 0 && (
        <ul className="climate-repairs" aria-label={facilityText.repairList}>
          {said.repairs.slice(0, 12).map(({ line, detail }) => (
            <li key={`${line} ${detail}`}>{facilityText.atLine(line, detail)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
